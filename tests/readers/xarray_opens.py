# SPDX-License-Identifier: Apache-2.0
"""xarray opens each group as a dataset whose dimensions have coordinates: WRITER ENGINE."""
import sys

import numpy
import xarray

from written import written

GROUPS = ["scenario", "summary", "measures", "map", "pairs", "fates", "agreements", "stakeholders",
          "resources", "hours",
          "journeys", "parameters", "provenance"]


def check_map(dataset):
    assert dataset.affect_quantile.dims == ("arm", "persona", "touchpoint", "quantile")
    chosen = dataset.affect_mean.sel(arm="arm_1", persona="everyone", touchpoint="touchpoint_2")
    assert numpy.isfinite(float(chosen))
    assert dataset.affect_mean.attrs["units"] == "affect"
    assert list(dataset.to.values[-1:]) == ["unfinished"]


def check_hours(dataset):
    assert dataset.wait_quantile.dims == ("arm", "resource", "hour_of_week", "wait_level")
    chosen = dataset.line.sel(arm="arm_1", hour_of_week=24 + 9)
    assert chosen.dims == ("resource",)
    assert dataset.arrivals.attrs["units"] == "h-1"


def check_measures(dataset):
    mean = dataset.remembered_0.sel(persona="everyone").mean("replication")
    assert mean.dims == ("arm",)


def check_times(dataset):
    """Minutes stay numbers: xarray would turn "hours" and "minutes" into timedelta64."""
    assert dataset.duration.dtype == numpy.float64
    assert dataset.duration.attrs["units"] == "min"


def main(writer, engine):
    with written(writer) as path:
        for group in GROUPS:
            with xarray.open_dataset(path, group=group, engine=engine) as dataset:
                dataset.load()
                assert len(dataset.data_vars) > 0, group
                assert set(dataset.dims) == set(dataset.coords), group
                check = {"map": check_map, "measures": check_measures, "hours": check_hours,
                         "journeys": check_times}
                check.get(group, lambda _: None)(dataset)
        with xarray.open_dataset(path, engine=engine) as root:
            assert root.attrs["Conventions"] == "CF-1.10"
        with xarray.open_dataset(path, group="journeys", engine=engine) as journeys:
            assert len(journeys.to_dataframe()) == 20


main(*sys.argv[1:])
