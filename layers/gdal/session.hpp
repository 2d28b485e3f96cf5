// GDAL for the whole process: drivers registered once, settings that every run shares. Construct one in main, before
// threads.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace redline {

class GdalSession {
 public:
  GdalSession();
};

std::string gdal_version();
bool gdal_has_driver(std::string const& name);

}  // namespace redline
