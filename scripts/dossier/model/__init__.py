"""The frozen records, their fields, their addresses and the words for their closed lists."""
