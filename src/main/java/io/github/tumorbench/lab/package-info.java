/** The lab: study in, record out. Slow, cached, and the only half that computes with images and networks. */
package io.github.tumorbench.lab;
