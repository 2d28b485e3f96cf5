// SPDX-License-Identifier: Apache-2.0
#include "layers/read/shapefile_check.hpp"

#include <cpl_vsi.h>

#include <array>
#include <vector>

#include "engine/core/error.hpp"

namespace redline {
namespace {

struct File {
  std::string path;
  std::uint64_t size = 0;
  std::vector<unsigned char> head;
};

[[noreturn]] void damaged(std::string const& shp, char const* what, std::uint64_t has, std::uint64_t wants) {
  throw Error(ErrorKind::input, what, {shp, std::to_string(has), std::to_string(wants)});
}

File part(std::string const& shp, char const* lower, char const* upper, std::size_t head) {
  for (auto const* e : {lower, upper}) {
    File f{shp.substr(0, shp.size() - 3) + e, 0, std::vector<unsigned char>(head)};
    VSIStatBufL stat;
    if (VSIStatL(f.path.c_str(), &stat) != 0) continue;
    f.size = static_cast<std::uint64_t>(stat.st_size);
    auto* in = VSIFOpenL(f.path.c_str(), "rb");
    if (in) {
      f.head.resize(VSIFReadL(f.head.data(), 1, head, in));
      VSIFCloseL(in);
    }
    if (f.head.size() < head) damaged(shp, "read.damaged_header", f.size, head);
    return f;
  }
  throw Error(ErrorKind::input, "read.damaged_missing", {shp, lower});
}

std::uint64_t big_endian(File const& f, std::size_t at) {
  return (std::uint64_t{f.head[at]} << 24) | (std::uint64_t{f.head[at + 1]} << 16) | (std::uint64_t{f.head[at + 2]} << 8) | f.head[at + 3];
}

}  // namespace

std::uint64_t check_shapefile(std::string const& path) {
  auto const shp = part(path, "shp", "SHP", 100), shx = part(path, "shx", "SHX", 100), dbf = part(path, "dbf", "DBF", 32);
  if (shp.size < big_endian(shp, 24) * 2) damaged(path, "read.damaged_short", shp.size, big_endian(shp, 24) * 2);
  if (shx.size < big_endian(shx, 24) * 2) damaged(path, "read.damaged_short", shx.size, big_endian(shx, 24) * 2);
  auto const shapes = (big_endian(shx, 24) * 2 - 100) / 8;
  std::uint64_t const records = dbf.head[4] | (dbf.head[5] << 8) | (dbf.head[6] << 16) | (std::uint64_t{dbf.head[7]} << 24);
  std::uint64_t const header = dbf.head[8] | (dbf.head[9] << 8), length = dbf.head[10] | (dbf.head[11] << 8);
  if (records != shapes) damaged(path, "read.damaged_counts", shapes, records);
  if (dbf.size < header + records * length) damaged(path, "read.damaged_short", dbf.size, header + records * length);
  return shapes;
}

}  // namespace redline
