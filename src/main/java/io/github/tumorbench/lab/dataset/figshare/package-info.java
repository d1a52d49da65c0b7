/**
 * Reads slices of the brain tumour dataset of Figshare 1512427 (Cheng): MATLAB 7.3 files, which are HDF5.
 *
 * <p>In: the bytes of a file. Out: the slice with its patient, label and tumour. Must not know folders, archives or datasets.
 */
package io.github.tumorbench.lab.dataset.figshare;
