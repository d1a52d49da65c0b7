"""Arguments: threads, seconds of a round, backbone, precision."""

import sys

import torch
from torch import nn

import networks
import rounds

threads, seconds, backbone, precision = int(sys.argv[1]), float(sys.argv[2]), sys.argv[3], sys.argv[4]
torch.set_num_threads(threads)
model = networks.network(backbone).train()
images = networks.images()
labels = torch.arange(networks.BATCH) % networks.CLASSES
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4, weight_decay=0.01)
criterion = nn.CrossEntropyLoss()


def step():
    optimizer.zero_grad(set_to_none=True)
    with networks.autocast(precision):
        loss = criterion(model(images), labels)
    loss.backward()
    optimizer.step()


step()
step()
rounds.serve(lambda: {"images_per_second": networks.BATCH / rounds.seconds_per_step(seconds, step)})
