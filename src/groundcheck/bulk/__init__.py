"""Reading whole archives: a plan, and engines that carry it out on one machine or on many."""
