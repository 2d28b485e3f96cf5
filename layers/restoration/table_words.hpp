// Words of restoration.toml that only tables need: cells that say nothing (-, 无), those that say so of acceptance
// alone (未验收), those in place of a day of what is not done (未完成) or of a deadline (长期坚持), labels of the lines
// under a table (填表人, 审核, 注), headings of names of tasks (任务名称), words of status that say no more than that
// nobody has accepted (未销号), answers to headings that ask (是否完成): yes, no, and headings of what an acceptance
// came to (验收结论), names of all of a site in place of a part (全矿), ends of names of counties and of groups of
// sites, words in front of parts of the row above (其中), and what tells of acceptance and of bare areas. A copy in a
// workspace may lack them; for those of the last line the words of Redline count then.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace redline {

struct TableWords {
  std::vector<std::string> empty, unaccepted, unfinished, standing, footers, tasks, unclosed, yes, no, verdicts, wholes,
      counties, groups, of_which;
  std::vector<std::string> passes, fillers, doubts, harmless, bare;  // see verdict_words.hpp, unsaid_polygons.hpp
  std::vector<std::string> plan_titles, report_titles, task_titles;  // see planned_words.hpp
  std::vector<std::string> of_which_marks;                           // see of_which.hpp
};

TableWords read_table_words(std::string const& workspace_directory);

}  // namespace redline
