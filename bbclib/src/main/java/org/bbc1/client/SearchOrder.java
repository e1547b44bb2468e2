package org.bbc1.client;

/** In which order the transactions of a search come; the order is that of their insertion. */
public enum SearchOrder {
  NEWEST_FIRST(0),
  OLDEST_FIRST(1);

  private final int number;

  SearchOrder(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
