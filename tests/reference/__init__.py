"""A second, independent reading of the contract, slow and plain, for differential tests."""
