/**
 * Fuzz targets, one class per decoder, and the program that runs them. The seeds of every target
 * run in each build; {@code -Pfuzz} fuzzes for a given time. A target asserts more than "no crash":
 * only declared exceptions, the same bytes again, and memory in proportion to the input.
 */
package org.bbc1.fuzz;
