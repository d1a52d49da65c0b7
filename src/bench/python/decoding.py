"""Arguments: threads, seconds of a round (unused: a round reads every image), folder with Training and Testing."""

import pathlib
import sys
import time

import torch
from torch.utils.data import ConcatDataset, DataLoader
from torchvision import transforms
from torchvision.datasets import ImageFolder

import networks
import rounds

threads, root = int(sys.argv[1]), pathlib.Path(sys.argv[3])
torch.set_num_threads(threads)
change = transforms.Compose([
    transforms.Resize((networks.INPUT, networks.INPUT)),
    transforms.PILToTensor(),
])
dataset = ConcatDataset([ImageFolder(str(root / split), change) for split in ("Training", "Testing")])
loader = DataLoader(dataset, batch_size=networks.BATCH, num_workers=threads)


def measure():
    start = time.perf_counter()
    seen = sum(len(labels) for _, labels in loader)
    return {"images_per_second": seen / (time.perf_counter() - start)}


rounds.serve(measure)
