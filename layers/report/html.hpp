// A document as one HTML file that needs nothing else and prints to A4: pages numbered, headings of tables repeated, no
// row and no map broken.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/report/document.hpp"

namespace redline::report {

std::string html(Document const& document);

}  // namespace redline::report
