"""What a user names as a source: every kind of it, every trick in it, every way it is damaged."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import random
import struct
import tarfile
import tracemalloc
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groundcheck.errors import UnreadableInput
from groundcheck.ledger.entry_names import why_refused
from groundcheck.ledger.sources import Item, Limits, items

A, B = b'{"type": "FeatureCollection"}', b"<kml/>"
TWO = {"maps/a.geojson": A, "maps/b.kml": B}
SHAPE = {f"day.{suffix}": suffix.encode() * 9 for suffix in ("cpg", "dbf", "prj", "shp", "shx")}


def tar_of(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            tar.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def zip_of(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def noise(size: int, seed: int = 1) -> bytes:
    return random.Random(seed).randbytes(size)


class Source:
    """A source on disk with what came of it: the items, the refusals, the error at the end."""

    def __init__(self, folder):
        self.folder = folder

    def of(self, data: bytes, name: str = "source", **options):
        path = self.folder / name
        path.write_bytes(data)
        return self.at(path, **options)

    def at(self, path, **options):
        self.refused: dict[str, str] = {}
        self.error = ""
        self.found: dict[str, bytes] = {}
        try:
            for item in items(str(path), self.refused.__setitem__, **options):
                assert isinstance(item, Item)
                assert item.name not in self.found
                self.found[item.name] = item.data
        except UnreadableInput as error:
            self.error = str(error)
            assert "\n" not in self.error
        return self.found


@pytest.fixture
def source(tmp_path):
    return Source(tmp_path)


PACKERS = {"gz": gzip.compress, "xz": lzma.compress, "bz2": bz2.compress}


@pytest.mark.parametrize("name", ["maps", "maps.bin", "maps.zip", "maps.tar"])
@pytest.mark.parametrize(
    "data",
    [tar_of(TWO), zip_of(TWO), zip_of(TWO, zipfile.ZIP_STORED)]
    + [pack(tar_of(TWO)) for pack in PACKERS.values()],
    ids=["tar", "zip", "stored", *PACKERS],
)
def test_an_archive_is_known_by_its_bytes(source, data, name):
    assert source.of(data, name) == TWO
    assert (source.refused, source.error) == ({}, "")


@pytest.mark.parametrize("kind", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_every_form_of_tar_and_its_long_names(source, kind):
    name = "ö" * 20 + "/" + "long" * 22 + ".geojson"
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=kind) as tar:
        entry = tarfile.TarInfo(name)
        entry.size = len(A)
        tar.addfile(entry, io.BytesIO(A))
    assert source.of(out.getvalue()) == {name: A}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("map.geojson.gz", "map.geojson"),
        ("map.GEOJSON.GZ", "map.GEOJSON"),
        ("map.geojson", "map.geojson"),
        ("map", "map"),
    ],
)
@pytest.mark.parametrize("pack", [*PACKERS.values(), bytes])
def test_a_single_file_is_unpacked_and_never_asked_for(source, name, expected, pack):
    # A server may have unpacked what its name still calls packed.
    assert source.of(pack(A), name, wanted=lambda name: False) == {expected: A}


def test_streams_one_after_another_and_padding_are_one_file(source):
    assert source.of(gzip.compress(A) + gzip.compress(B)) == {"source": A + B}
    assert source.of(lzma.compress(A) + bytes(8) + lzma.compress(B) + bytes(4)) == {"source": A + B}
    assert source.of(bz2.compress(A) + bz2.compress(B)) == {"source": A + B}


def test_a_folder_is_walked_by_name_and_its_archives_are_opened(source, tmp_path):
    root = tmp_path / "root"
    (root / "maps" / ".git").mkdir(parents=True)
    (root / "__MACOSX").mkdir()
    for name, data in {
        "b.kml": B,
        "a.geojson.gz": gzip.compress(A),
        "maps/days.zip": zip_of({"x/z.geojson": A, "x/y.kmz": zip_of({"doc.kml": B})}),
        "maps/.hidden": b"1",
        "maps/.git/config": b"1",
        "maps/.DS_Store": b"1",
        "__MACOSX/b.kml": b"1",
        "empty.kml": b"",
    }.items():
        (root / name).write_bytes(data)
    found = source.at(root)
    assert found == {
        "a.geojson": A,
        "b.kml": B,
        "empty.kml": b"",
        "maps/days.zip/x/y.kmz": zip_of({"doc.kml": B}),
        "maps/days.zip/x/z.geojson": A,
    }
    assert list(found) == sorted(found)
    assert source.refused == {}


def test_links_and_devices_of_a_folder_are_told(source, tmp_path):
    root = tmp_path / "root"
    root.mkdir()
    (root / "a.geojson").write_bytes(A)
    (root / "link.geojson").symlink_to("a.geojson")
    (root / "around").symlink_to(root)
    os.mkfifo(root / "pipe")
    assert source.at(root) == {"a.geojson": A}
    assert {name: why.split(",")[0] for name, why in source.refused.items()} == {
        "around": "a link",
        "link.geojson": "a link",
        "pipe": "a device",
    }
    # A link that the user names is the user's own.
    assert source.at(root / "link.geojson") == {"link.geojson": A}


def test_a_tar_keeps_its_order_and_a_zip_is_sorted(source):
    files = dict.fromkeys(("c.json", "a.json", "b.json"), A)
    assert list(source.of(tar_of(files))) == ["c.json", "a.json", "b.json"]
    assert list(source.of(zip_of(files))) == ["a.json", "b.json", "c.json"]


def test_only_what_is_wanted_is_given(source, tmp_path):
    files = {"a.geojson": A, "b.txt": B, "c.zip": zip_of({"d.geojson": A, "e.txt": B})}
    for data in (tar_of(files), zip_of(files)):
        found = source.of(data, wanted=lambda name: name.endswith(".geojson"))
        assert found == {"a.geojson": A, "c.zip/d.geojson": A}


# Shapefiles


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("pack", [tar_of, zip_of])
@pytest.mark.parametrize("missing", [None, "day.cpg", "day.prj"])
def test_a_shapefile_is_one_item(source, pack, missing):
    parts = {name: data for name, data in SHAPE.items() if name != missing}
    found = source.of(pack({"a.json": A, **{f"in/{n}": data for n, data in parts.items()}}))
    assert list(found) == ["a.json", "in/day.shp.zip"]
    assert parts_of(found["in/day.shp.zip"]) == parts


def test_a_shapefile_named_itself_brings_its_side_files(source, tmp_path):
    for name, data in {**SHAPE, "other.shp": b"1", "day.txt": b"2"}.items():
        (tmp_path / name.replace(".dbf", ".DBF")).write_bytes(data)
    (tmp_path / "day.cpg").rename(tmp_path / "other.txt")
    (tmp_path / "day.cpg").symlink_to("other.txt")
    (tmp_path / "day.prj").rename(tmp_path / "below.prj")
    (tmp_path / "day.prj").hardlink_to(tmp_path / "below.prj")
    (tmp_path / "day").mkdir()
    found = source.at(tmp_path / "day.shp")
    assert list(found) == ["day.shp.zip"]
    assert parts_of(found["day.shp.zip"]) == SHAPE
    assert list(source.at(tmp_path)) == ["day.shp.zip", "day.txt", "other.shp.zip", "other.txt"]
    assert source.refused.keys() == {"below.prj", "day.cpg"}


def test_the_same_parts_make_the_same_bytes(source):
    one = source.of(tar_of(SHAPE))
    assert one == source.of(zip_of(dict(reversed(SHAPE.items()))))


def test_scattered_parts_of_a_tar_wait_as_long_as_memory_allows(source):
    days = [f"{day}.{suffix}" for suffix in ("dbf", "prj", "shp", "shx") for day in range(3)]
    data = tar_of({name: noise(100) for name in days})
    found = source.of(data)
    assert [len(parts_of(data)) for data in found.values()] == [4, 4, 4]
    assert source.refused == {}
    # Where only three parts may wait, the oldest go out incomplete, and their rest is refused.
    found = source.of(data, limits=Limits(file=399))
    assert source.error == ""
    assert {name for name in source.refused if name.startswith("0.")}


def test_side_files_alone_are_told(source):
    assert source.of(zip_of({"a.json": A, "x.prj": b"1", "x.dbf": b"2"})) == {"a.json": A}
    assert source.refused == {"x.dbf": "a side file of a Shapefile without its .shp"}


def test_a_shapefile_too_large_as_a_whole_is_refused(source):
    assert source.of(tar_of(SHAPE), limits=Limits(file=100)) == {}
    assert source.refused["day.shp"] == "too large with its side files"


# Names and entries that are no files


BAD = [
    ("../a.json", "leads out"),
    ("x/../../a.json", "leads out"),
    ("x/..", "leads out"),
    ("/etc/a.json", "absolute"),
    ("C:/a.json", "absolute"),
    ("c:a.json", "absolute"),
    ("x\\a.json", "backslash"),
    ("..\\a.json", "backslash"),
    ("\\\\host\\a.json", "backslash"),
    ("a\x1b[2J.json", "cannot be shown"),
    ("a\nb.json", "cannot be shown"),
    ("a\u2028b.json", "cannot be shown"),
]


@pytest.mark.parametrize(("name", "reason"), BAD)
@pytest.mark.parametrize("pack", [tar_of, zip_of])
def test_a_name_that_leads_elsewhere_is_refused_and_the_rest_goes_on(source, pack, name, reason):
    assert source.of(pack({"0.json": A, name: B, "z.json": A})) == {"0.json": A, "z.json": A}
    ((shown, why),) = source.refused.items()
    assert reason in why
    assert shown.isprintable()


@pytest.mark.parametrize("name", ["./a.json", ".//a.json", "./././a.json"])
def test_steps_that_lead_nowhere_are_left_out(source, name):
    assert source.of(tar_of({name: A})) == {"a.json": A}


@pytest.mark.parametrize("name", [".a.json", "x/.y/a.json", "__MACOSX/a.json", "x/.DS_Store"])
@pytest.mark.parametrize("pack", [tar_of, zip_of])
def test_hidden_files_are_passed_over_without_a_word(source, pack, name):
    assert source.of(pack({name: B, "z.json": A})) == {"z.json": A}
    assert source.refused == {}


def test_links_devices_and_folders_of_a_tar(source):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        kinds = {"folder": tarfile.DIRTYPE, "soft": tarfile.SYMTYPE, "hard": tarfile.LNKTYPE}
        kinds |= {"char": tarfile.CHRTYPE, "block": tarfile.BLKTYPE, "pipe": tarfile.FIFOTYPE}
        for name, kind in kinds.items():
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "/etc/passwd"
            tar.addfile(entry)
        entry = tarfile.TarInfo("a.json")
        entry.size = len(A)
        tar.addfile(entry, io.BytesIO(A))
    assert source.of(out.getvalue()) == {"a.json": A}
    assert sorted(source.refused) == ["block", "char", "hard", "pipe", "soft"]


def test_links_and_folders_of_a_zip(source):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, mode in {"link": 0o120777, "pipe": 0o010644, "a.json": 0o100644}.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode << 16
            archive.writestr(entry, A)
        archive.mkdir("folder")
    assert source.of(out.getvalue()) == {"a.json": A}
    assert sorted(source.refused) == ["link", "pipe"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_unpack_without_bound_are_refused(source, method):
    assert source.of(zip_of({"a.json": A * 9}, method)) == {}
    assert source.refused == {"a.json": "packed by another method than zip's own"}


def test_an_encrypted_entry_is_refused(source):
    data = bytearray(zip_of({"a.json": A}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert source.of(bytes(data)) == {}
    assert source.refused == {"a.json": "encrypted"}


# Bombs


SMALL = Limits(file=1000, total=10_000, files=5)


@pytest.mark.parametrize(
    "data",
    [pack({"bomb.json": bytes(1001), "z.json": A}) for pack in (tar_of, zip_of)]
    + [pack({"bomb.json.gz": gzip.compress(bytes(1001)), "z.json": A}) for pack in (tar_of, zip_of)]
    + [pack(tar_of({"bomb.json": bytes(1001), "z.json": A})) for pack in PACKERS.values()],
)
def test_a_file_above_its_limit_is_refused_and_the_rest_goes_on(source, data):
    assert source.of(data, limits=Limits(file=1000)) == {"z.json": A}
    assert list(source.refused.values()) == ["larger than 1,000 bytes unpacked, which is refused"]


@pytest.mark.parametrize("pack", [tar_of, zip_of])
def test_a_file_at_its_limit_is_given(source, pack):
    data = noise(1000)
    assert source.of(pack({"a.json": data}), limits=Limits(file=1000)) == {"a.json": data}


@pytest.mark.parametrize("pack", [tar_of, zip_of])
def test_the_total_and_the_count_end_the_source(source, pack):
    files = {f"{number}.json": noise(3 * 10**5, number) for number in range(5)}
    assert list(source.of(pack(files), limits=Limits(total=2**20))) == [*files][:3]
    assert source.error.endswith("source: unpacks to more than 1 MiB, which is refused")
    files = {f"{number}.json": A for number in range(9)}
    assert len(source.of(pack(files), limits=Limits(files=5))) == 5
    assert source.error.endswith("source: holds more than 5 files, which is refused")


def test_a_folder_has_the_same_limits(source, tmp_path):
    root = tmp_path / "root"
    root.mkdir()
    for number in range(9):
        (root / f"{number}.json").write_bytes(noise(900, number))
    assert len(source.at(root, limits=Limits(total=4000))) == 4
    assert source.error.endswith("unpacks to more than 4,000 bytes, which is refused")
    assert len(source.at(root, limits=Limits(files=5))) == 5
    assert len(source.at(root, limits=Limits(file=800))) == 0
    assert len(source.refused) == 9


def lying_zip(declared: int) -> bytes:
    """One entry of a million zeros that claims another size, in both places where it stands."""
    data = bytearray(zip_of({"bomb.json": bytes(10**6)}))
    struct.pack_into("<L", data, 22, declared)
    struct.pack_into("<L", data, data.index(b"PK\x01\x02") + 24, declared)
    return bytes(data)


def test_the_size_that_a_zip_declares_is_not_trusted(source):
    assert source.of(lying_zip(10), limits=Limits(file=10**5)) == {}
    assert "damaged after 0 files: Bad CRC-32" in source.error
    assert source.of(lying_zip(2**31), limits=Limits(file=10**5)) == {}
    assert source.refused


def test_bombs_do_not_fill_the_memory(source):
    zeros = bytes(2**25)
    gz = gzip.compress(zeros)
    bombs = [gz, lzma.compress(zeros), bz2.compress(zeros), zip_of({"a": zeros})]
    bombs += [gzip.compress(tar_of({"a.json.gz": gz})), zip_of({"a.json.gz": gz})]
    for bomb in bombs:
        path = source.folder / "bomb"
        path.write_bytes(bomb)
        tracemalloc.start()
        source.at(path, limits=Limits(file=10**6, total=2 * 10**6))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert not source.found
        assert source.refused or source.error
        # xz alone asks for 8 MiB.
        assert peak < 2**24


def test_a_tar_header_that_asks_for_memory_is_damage(source):
    header = tarfile.TarInfo("pax")
    header.type, header.size = tarfile.XHDTYPE, 2**24
    data = header.tobuf(tarfile.USTAR_FORMAT) + bytes(2**24) + tar_of(TWO)
    assert source.of(data) == {}
    assert "damaged after 0 files" in source.error


def test_a_zip_of_a_long_list_is_refused(source):
    data = zip_of({f"{number:0>200}": b"" for number in range(700)})
    assert source.of(data, limits=Limits(files=10)) == {}
    assert "its list of entries is too long" in source.error


def test_archives_packed_over_and_over_are_refused(source):
    data = A
    for _ in range(6):
        data = zip_of({"in.zip": data})
    assert source.of(data) == {}
    assert list(source.refused.values()) == ["packed more than 5 times over"]


# Damage


@pytest.mark.parametrize("pack", [bytes, *PACKERS.values()], ids=["plain", *PACKERS])
def test_a_tar_cut_anywhere_gives_what_came_before(source, pack):
    files = {f"{number}.json": noise(700, number) for number in range(6)}
    data = pack(tar_of(files))
    for cut in range(600, len(pack(tar_of(files).rstrip(b"\0"))) - 20, 397):
        found = source.of(data[:cut], "cut")
        assert source.error.startswith(f"{source.folder}/cut: damaged after {len(found)} file")
        assert list(found.items()) == list(files.items())[: len(found)]
        if pack is bytes:
            assert len(found) == (cut - 512 - 700) // 1536 + 1 if cut >= 1212 else not found


def test_a_tar_cut_between_two_entries_is_damaged(source):
    files = {f"{number}.json": noise(512, number) for number in range(3)}
    assert source.of(tar_of(files)[:2048]) == {n: files[n] for n in ("0.json", "1.json")}
    assert "damaged after 2 files: it is cut off" in source.error


def test_whole_shapefiles_before_the_damage_are_given(source):
    parts = {name: data for name, data in SHAPE.items() if name != "day.cpg"}
    data = tar_of({**parts, "next.shp": b"1", "z.json": noise(2000)})
    assert list(source.of(data[: 5 * 1024 + 700])) == ["day.shp.zip"]
    assert "damaged after 1 file:" in source.error


def test_a_zip_cut_off_or_with_a_bad_entry_is_damaged(source):
    data = zip_of({"a.json": noise(500), "b.json": noise(900, 2)}, zipfile.ZIP_STORED)
    assert source.of(data[:-30]) == {}
    assert "damaged after 0 files" in source.error
    bad = data.replace(noise(900, 2), noise(900, 3))
    assert list(source.of(bad)) == ["a.json"]
    assert "damaged after 1 file: Bad CRC-32" in source.error


def test_a_damaged_archive_inside_is_refused_and_the_rest_goes_on(source):
    inner = {"a.json.gz": gzip.compress(noise(900))[:-9], "b.zip": zip_of(TWO)[:-30], "c.json": A}
    for pack in (tar_of, zip_of):
        assert source.of(pack(inner)) == {"c.json": A}
        assert source.error == ""
        assert [why.partition(":")[0] for why in source.refused.values()] == [
            "damaged after 0 files"
        ] * 2


BASES = [
    tar_of(TWO),
    zip_of({**TWO, **SHAPE}),
    lzma.compress(tar_of(TWO)),
    gzip.compress(tar_of(SHAPE)),
    bz2.compress(A),
    tar_of({"n.zip": zip_of(TWO), "a.json.xz": lzma.compress(A)}),
]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    base=st.sampled_from(BASES),
    changes=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=6),
    cut=st.floats(0.3, 1),
)
def test_no_change_of_bytes_raises_anything_else(tmp_path, base, changes, cut):
    data = bytearray(base)
    for place, byte in changes:
        data[int(place * len(data))] = byte
    path = tmp_path / "changed"
    path.write_bytes(data[: max(1, int(cut * len(data)))])
    source = Source(tmp_path)
    source.at(path, limits=SMALL)
    assert source.error.startswith(f"{path}: ") or not source.error
    assert not any(why_refused(name) for name in source.found)


# What cannot be a source


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing", "no such file or folder"),
        ("missing/below", "no such file or folder"),
        ("file/below", "not a directory"),
        ("empty", "no files in it"),
        ("hidden", "no files in it"),
        ("nothing.json", "empty, there is nothing to read"),
        ("nothing.zip", "no files in it"),
        ("pipe", "neither a file nor a folder"),
        ("nul\0", "embedded null"),
    ],
)
def test_one_line_for_what_is_not_there(source, tmp_path, name, reason):
    (tmp_path / "file").write_bytes(A)
    (tmp_path / "empty").mkdir()
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / ".keep").write_bytes(b"")
    (tmp_path / "nothing.json").write_bytes(b"")
    (tmp_path / "nothing.zip").write_bytes(zip_of({}))
    os.mkfifo(tmp_path / "pipe")
    assert source.at(tmp_path / name) == {}
    assert reason in source.error
    assert source.error.startswith(f"{tmp_path}/{name}".replace("\0", "�"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read(source, tmp_path):
    root = tmp_path / "root"
    root.mkdir()
    for name in ("a.json", "b.json"):
        (root / name).write_bytes(A)
    (root / "a.json").chmod(0)
    assert source.at(root) == {"b.json": A}
    assert source.refused == {"a.json": "permission denied"}
    assert source.at(root / "a.json") == {}
    assert source.error.endswith("a.json: permission denied")


@pytest.mark.parametrize("scheme", ["file", "ftp", "s3", "FILE", "gopher", "data"])
def test_other_schemes_are_not_read(scheme):
    with pytest.raises(UnreadableInput, match=f"{scheme} addresses are not read"):
        list(items(f"{scheme}://host/etc/passwd", lambda *_: None))
