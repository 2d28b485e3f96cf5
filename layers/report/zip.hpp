// A ZIP of texts and pictures in memory, by GDAL's writer. Its entries carry no date, so equal content is equal bytes.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace redline {

using ZipEntry = std::pair<std::string, std::string>;                                // name, bytes
std::string zip(std::vector<ZipEntry> const& entries, std::string const& for_path);  // Error(output, write.failed)

}  // namespace redline
