# SPDX-License-Identifier: Apache-2.0
"""h5py reads a result, and every dataset follows the rules of FORMAT.md."""
import sys

import h5py
import numpy

from written import written

GROUPS = ["scenario", "summary", "measures", "studies", "map", "pairs", "fates", "agreements",
          "stakeholders", "resources", "hours", "journeys", "parameters", "provenance"]
NUMBERS = {numpy.dtype(name) for name in ("f8", "f4", "i8", "i4", "i1")}
N_JOURNEYS = 40000  # three chunks


def names_in_order(group):
    """Names as they were created: h5py itself sorts them unless told otherwise."""
    names = []
    index = h5py.h5.INDEX_CRT_ORDER
    group.id.links.iterate(lambda name: names.append(name.decode()), idx_type=index)
    return names


def datasets_in(file):
    found = []
    file.visititems(lambda _, item: found.append(item))
    return [item for item in found if isinstance(item, h5py.Dataset)]


def check_type(dataset):
    text = h5py.check_string_dtype(dataset.dtype)
    if text is not None:
        assert text.encoding == "utf-8" and text.length is None, dataset.name
    else:
        assert dataset.dtype in NUMBERS, (dataset.name, dataset.dtype)
        assert isinstance(dataset.attrs["units"], str), dataset.name
    assert dataset.attrs["long_name"], dataset.name


def check_codes(dataset):
    if "flag_values" in dataset.attrs:
        meanings = dataset.attrs["flag_meanings"].split(" ")
        assert len(meanings) == len(dataset.attrs["flag_values"]), dataset.name
        assert set(numpy.unique(dataset[()])) <= set(dataset.attrs["flag_values"]), dataset.name


def is_scale(dataset):
    return h5py.h5ds.is_scale(dataset.id)


def check_scales(dataset):
    """Each dimension has its scale, in the same group and of the same length."""
    if is_scale(dataset):
        return
    for dimension, length in zip(dataset.dims, dataset.shape):
        scale = dimension[0]
        assert scale.parent == dataset.parent, dataset.name
        assert len(scale) == length, dataset.name


def check_dataset(dataset):
    check_type(dataset)
    check_codes(dataset)
    check_scales(dataset)
    assert not dataset.id.get_create_plist().get_obj_track_times(), dataset.name
    assert dataset.compression in (None, "gzip"), dataset.name
    if dataset.dtype.kind == "f" and not is_scale(dataset):
        assert numpy.isnan(dataset.attrs["_FillValue"]).all(), dataset.name


def main(writer):
    with written(writer, str(N_JOURNEYS)) as path, h5py.File(path) as file:
        assert file.userblock_size == 512
        assert file.attrs["file_type"] == "sojourn-results"
        assert file.attrs["seed"] == "1"
        assert names_in_order(file) == GROUPS, names_in_order(file)
        datasets = datasets_in(file)
        assert len(datasets) > 100, len(datasets)
        for dataset in datasets:
            check_dataset(dataset)
        assert file["scenario/arm"].asstr()[0] == "arm_0"
        assert file["map/flow"].dims[2][0].asstr()[-1] == "start"
        assert len(file["journeys/remembered"]) == N_JOURNEYS
        assert (file["journeys/journey"][()] == numpy.arange(N_JOURNEYS)).all()
        assert "sojourn: 1" in file["provenance/scenario_text"].asstr()[()]


main(sys.argv[1])
