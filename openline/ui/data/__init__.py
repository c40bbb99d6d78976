"""What pages look at: records, what is computed once for all viewers, and what a session keeps."""
