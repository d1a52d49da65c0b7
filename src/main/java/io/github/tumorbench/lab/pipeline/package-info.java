/**
 * The order of the lab's stages: dataset, backbone, training, evaluation, explanation, record. Each stage's output is cached
 * under everything it depends on.
 *
 * <p>In: a study file. Out: a record's folder. The one package of the lab that knows all the others.
 */
package io.github.tumorbench.lab.pipeline;
