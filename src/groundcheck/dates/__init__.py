"""Words to days: expressions anchored to a day, intervals, EDTF."""
