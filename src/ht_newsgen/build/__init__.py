"""The shell: it reads the clock, the disk and the theme, and calls the pure rooms in order."""
