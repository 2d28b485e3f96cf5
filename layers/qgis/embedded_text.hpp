// The templates and tables of this room by file name. An unknown name is Error(invariant, "qgis.palette" {name}).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace redline {

std::string embedded_text(std::string_view name);

}  // namespace redline
