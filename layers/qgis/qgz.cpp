// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/qgz.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include <memory>

#include "engine/core/error.hpp"
#include "layers/gdal/errors.hpp"
#include "layers/write/atomic_file.hpp"

namespace redline {
namespace {

// QGIS takes the first .qgs it finds; a plain name spares every zip reader the question of encodings.
constexpr char const* INSIDE = "project.qgs";
constexpr GIntBig MOST_BYTES = 512 * 1024 * 1024;  // a project of a few megabytes is a large one

}  // namespace

void write_qgz(std::string const& path, std::string const& project_xml, bool overwrite) {
  AtomicFile file(path, overwrite);
  GdalErrors errors;
  void* zip = CPLCreateZip(file.temporary().c_str(), nullptr);
  bool good = zip && CPLCreateFileInZip(zip, INSIDE, nullptr) == CE_None &&
              CPLWriteFileInZip(zip, project_xml.data(), static_cast<int>(project_xml.size())) == CE_None;
  good = good && CPLCloseFileInZip(zip) == CE_None;
  if (zip) good = CPLCloseZip(zip) == CE_None && good;
  if (!good) throw Error(ErrorKind::output, "write.failed", {path, errors.first()});
  file.publish();
}

std::string read_qgz(std::string const& path) {
  GdalErrors const quiet;
  auto const folder = "/vsizip/{" + path + "}";
  CPLStringList const inside(VSIReadDir(folder.c_str()));
  for (int i = 0; i < inside.size(); ++i) {
    std::string const name = inside[i];
    if (!name.ends_with(".qgs")) continue;
    vsi_l_offset size = 0;
    GByte* bytes = nullptr;
    if (!VSIIngestFile(nullptr, (folder + "/" + name).c_str(), &bytes, &size, MOST_BYTES)) break;
    std::unique_ptr<GByte, decltype(&VSIFree)> const owner(bytes, &VSIFree);
    return {reinterpret_cast<char const*>(bytes), static_cast<std::size_t>(size)};
  }
  throw Error(ErrorKind::input, "style.no_source", {path});
}

}  // namespace redline
