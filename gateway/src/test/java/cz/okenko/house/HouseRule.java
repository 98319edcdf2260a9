package cz.okenko.house;

import com.tngtech.archunit.lang.ArchRule;

/// One rule of the house. `plant` is the simple name of the class in [Plants] that breaks it.
record HouseRule(String plant, ArchRule rule) {
  @Override
  public String toString() {
    return rule.getDescription();
  }
}
