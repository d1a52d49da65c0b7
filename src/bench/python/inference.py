"""Arguments: threads, seconds of a round, backbone, precision."""

import sys

import torch

import networks
import rounds

threads, seconds, backbone, precision = int(sys.argv[1]), float(sys.argv[2]), sys.argv[3], sys.argv[4]
torch.set_num_threads(threads)
model = networks.network(backbone).eval()
images = networks.images()


def step():
    with torch.inference_mode(), networks.autocast(precision):
        model(images)


step()
step()
rounds.serve(lambda: {"images_per_second": networks.BATCH / rounds.seconds_per_step(seconds, step)})
