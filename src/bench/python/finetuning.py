"""Fine-tunes MobileNetV2 from the first batch norm of its last block on, which are Keras's last 10 layers.

Arguments: threads, seconds of a round, images of an epoch, recomputing or caching.
"""

import sys
import time

import torch
from torch import nn

import networks
import rounds

threads, seconds, count, mode = int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
torch.set_num_threads(threads)
model = networks.network("MobileNetV2")
for parameter in model.parameters():
    parameter.requires_grad = False
frozen = model.features[:17].eval()
last = nn.Sequential(model.features[17], model.features[18]).train()
head = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(0), model.classifier[1]).train()
for part in (last[0].conv[0][1], *last[0].conv[1:], last[1], head):
    for parameter in part.parameters():
        parameter.requires_grad = True
learning = [parameter for parameter in model.parameters() if parameter.requires_grad]
optimizer = torch.optim.Adam(learning, lr=5e-6)
criterion = nn.CrossEntropyLoss()
images = networks.images()
labels = torch.arange(count) % networks.CLASSES


def activations():
    with torch.no_grad():
        return frozen(images)


def learn(inputs, targets):
    optimizer.zero_grad(set_to_none=True)
    criterion(head(last(inputs)), targets).backward()
    optimizer.step()


def recomputing():
    step = lambda: learn(activations(), labels[: networks.BATCH])
    return {"epoch_seconds": rounds.seconds_per_step(seconds, step) * count / networks.BATCH}


def epoch(cache):
    start = time.perf_counter()
    for rows in torch.randperm(count).split(networks.BATCH):
        learn(cache[rows].contiguous(memory_format=torch.channels_last), labels[rows])
    return time.perf_counter() - start


if mode == "recomputing":
    learn(activations(), labels[: networks.BATCH])
    recomputing()
    rounds.serve(recomputing)
else:
    batch = activations()
    cache = batch.repeat(count // networks.BATCH + 1, 1, 1, 1)[:count]
    epoch(cache)

    def caching():
        fill = rounds.seconds_per_step(seconds, lambda: cache[: networks.BATCH].copy_(activations()))
        return {"epoch_seconds": epoch(cache), "fill_seconds": fill * count / networks.BATCH}

    rounds.serve(caching)
