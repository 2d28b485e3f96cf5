// SPDX-License-Identifier: Apache-2.0
#include "layers/gdal/session.hpp"

#include <cpl_conv.h>
#include <gdal_priv.h>

namespace redline {

GdalSession::GdalSession() {
  GDALAllRegister();
  CPLSetErrorHandler(CPLQuietErrorHandler);             // what matters is collected by GdalErrors
  CPLSetConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE", "0");  // one huge reserve is a legal feature
  CPLSetConfigOption("LIBKML_LAUNDER_FIELD_NAMES", "NO");  // else 许可证号 and 有效期止 are one field, of twelve lines
  CPLSetConfigOption("OGR_SQLITE_CACHE", "4");
  CPLSetConfigOption("OGR_ENABLE_PARTIAL_REPROJECTION", "NO");
}

std::string gdal_version() { return GDALVersionInfo("RELEASE_NAME"); }

bool gdal_has_driver(std::string const& name) {
  return GetGDALDriverManager()->GetDriverByName(name.c_str()) != nullptr;
}

}  // namespace redline
