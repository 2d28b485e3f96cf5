// SPDX-License-Identifier: Apache-2.0
#include "engine/core/version.hpp"

#include <fmt/format.h>
#include <geos_c.h>
#include <proj.h>

#include <memory>

#include "embedded/version_config.hpp"

namespace redline {

std::string redline_version() { return REDLINE_VERSION; }
std::string geos_version() { return GEOSversion(); }
std::string proj_version() { return proj_info().version; }

std::string proj_database_version() {
  std::unique_ptr<PJ_CONTEXT, decltype(&proj_context_destroy)> ctx(proj_context_create(), &proj_context_destroy);
  proj_log_level(ctx.get(), PJ_LOG_NONE);
  auto const* version = proj_context_get_database_metadata(ctx.get(), "EPSG.VERSION");
  if (!version) return {};
  std::string out = fmt::format("EPSG {}", version);
  auto const* date = proj_context_get_database_metadata(ctx.get(), "EPSG.DATE");
  return date ? out + fmt::format(" ({})", date) : out;
}

}  // namespace redline
