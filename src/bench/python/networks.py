"""torchvision's networks with random weights: weights do not change the speed."""

import contextlib

import torch
import torchvision

BATCH = 32
INPUT = 224
CLASSES = 4
CONSTRUCTORS = {
    "MobileNetV2": torchvision.models.mobilenet_v2,
    "ResNet50": torchvision.models.resnet50,
    "EfficientNetB0": torchvision.models.efficientnet_b0,
}


def network(name):
    torch.manual_seed(1)
    return CONSTRUCTORS[name](num_classes=CLASSES).to(memory_format=torch.channels_last)


def images():
    return torch.randn(BATCH, 3, INPUT, INPUT).to(memory_format=torch.channels_last)


def autocast(precision):
    if precision == "bf16":
        return torch.autocast("cpu", dtype=torch.bfloat16)
    return contextlib.nullcontext()
