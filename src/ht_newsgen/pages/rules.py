"""What can be wrong with the plan of a site."""

from ht_newsgen.kit.problems import Rule

PATH_TAKEN = Rule(
    "plan/collision", "No two outputs have the same path; upper and lower case are the same."
)

RULES = (PATH_TAKEN,)
