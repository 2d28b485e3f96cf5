// Words of restoration.toml that only tables need: cells that say nothing (-, 无), those that say so of acceptance
// alone (未验收), and labels of the lines under a table (填表人, 审核, 注). A copy in a workspace may lack them.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace redline {

struct TableWords {
  std::vector<std::string> empty, unaccepted, footers;
};

TableWords read_table_words(std::string const& workspace_directory);

}  // namespace redline
