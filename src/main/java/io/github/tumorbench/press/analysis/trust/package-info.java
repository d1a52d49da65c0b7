/**
 * How far confidence can be trusted: calibration in bins and with a temperature, deferral to a person, sets of classes.
 *
 * <p>In: test and validation images with their predictions. Out: {@link
 * io.github.tumorbench.press.analysis.trust.CalibrationSummary} and its neighbours. Must not know experiments or patients.
 */
package io.github.tumorbench.press.analysis.trust;
