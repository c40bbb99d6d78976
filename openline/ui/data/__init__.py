"""The data of pages: records, results computed once for all viewers, and what a session keeps."""
