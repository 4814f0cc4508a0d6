"""The curator's desk: a captured paragraph, its restatement and its claims on one page, on this machine alone."""
