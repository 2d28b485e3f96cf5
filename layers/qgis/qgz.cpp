// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/qgz.hpp"

#include <cpl_conv.h>

#include "engine/core/error.hpp"
#include "layers/gdal/errors.hpp"
#include "layers/write/atomic_file.hpp"

namespace redline {
namespace {

// QGIS takes the first .qgs it finds; a plain name spares every zip reader the question of encodings.
constexpr char const* INSIDE = "project.qgs";

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

}  // namespace redline
