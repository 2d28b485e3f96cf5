// Which encoding a drawing is in: the option; then what its header says (from AC1021 on UTF-8, before that
// $DWGCODEPAGE), unless the bytes contradict it, which is a finding (read.encoding_contradicted_dxf); then the bytes.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "layers/read/encoding.hpp"

namespace redline {

Encoding dxf_encoding(std::string const& path, std::string const& layer, std::string const& given, Findings& findings);

}  // namespace redline
