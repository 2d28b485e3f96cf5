// The titles of tables that stand beside each other: of each table in a row of texts above them, or in their heading as
// words before its columns (变更前X, 变更前Y; 矿区拐点). Empty: the row does not tell them apart, or says something
// else.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace redline {

struct SpanOfTable {
  std::size_t begin = 0, end = 0;               // its columns
  std::size_t name = 0, first = 0, second = 0;  // those of its corners
};

std::vector<std::string> titles_above(std::vector<std::string> const& row, std::vector<SpanOfTable> const& tables);
std::vector<std::string> titles_in_heading(std::vector<std::string> const& row, std::vector<SpanOfTable> const& tables);
bool name_outlines(std::vector<std::string> const& titles);  // not merely any texts

}  // namespace redline
