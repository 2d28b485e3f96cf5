// SPDX-License-Identifier: Apache-2.0
#include "layers/read/shapefile_check.hpp"

#include <cpl_conv.h>
#include <cpl_vsi.h>

#include <vector>

#include "engine/core/error.hpp"

namespace redline {
namespace {

struct Part {
  std::string path;
  std::uint64_t size = 0;
  std::vector<unsigned char> head;
};

[[noreturn]] void damaged(char const* code, std::string const& path, std::uint64_t has, std::uint64_t wants) {
  throw Error(ErrorKind::input, code, {path, std::to_string(has), std::to_string(wants)});
}

Part part(std::string const& shp, char const* extension, std::size_t head) {
  Part p{shapefile_part(shp, extension), 0, std::vector<unsigned char>(head)};
  if (p.path.empty()) throw Error(ErrorKind::input, "read.damaged_missing", {shp, extension});
  auto* const in = VSIFOpenL(p.path.c_str(), "rb");
  if (!in) throw Error(ErrorKind::input, "read.unreadable", {p.path});
  p.head.resize(VSIFReadL(p.head.data(), 1, head, in));
  VSIFSeekL(in, 0, SEEK_END);
  p.size = VSIFTellL(in);
  VSIFCloseL(in);
  if (p.head.size() < head) damaged("read.damaged_header", p.path, p.size, head);
  return p;
}

std::uint64_t big_endian(Part const& p, std::size_t at) {
  return (std::uint64_t{p.head[at]} << 24) | (std::uint64_t{p.head[at + 1]} << 16) |
         (std::uint64_t{p.head[at + 2]} << 8) | p.head[at + 3];
}

std::uint64_t stated_size(Part const& p) {
  auto const stated = big_endian(p, 24) * 2;
  if (big_endian(p, 0) != 9994 || stated < 100) throw Error(ErrorKind::input, "read.damaged_magic", {p.path});
  if (p.size < stated) damaged("read.damaged_short", p.path, p.size, stated);
  return stated;
}

}  // namespace

DbfScan check_shapefile(std::string const& path) {
  auto const shp = part(path, "shp", 100), shx = part(path, "shx", 100), dbf = part(path, "dbf", 32);
  stated_size(shp);
  auto const shapes = (stated_size(shx) - 100) / 8;
  auto const scan = scan_dbf(dbf.path);
  std::uint64_t const header = dbf.head[8] | (dbf.head[9] << 8), length = dbf.head[10] | (dbf.head[11] << 8);
  if (dbf.size < header + scan.records * length)
    damaged("read.damaged_short", dbf.path, dbf.size, header + scan.records * length);
  if (scan.records != shapes) damaged("read.damaged_counts", path, shapes, scan.records);
  return scan;
}

}  // namespace redline
