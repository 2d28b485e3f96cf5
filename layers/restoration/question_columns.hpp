// Columns whose heading asks whether a stage of restored or accepted ground is reached: 是否完成整改, 是否通过验收,
// 是否销号（是/否）. 是 is that stage; 否 is ground that is being worked on where restoration is asked for, and says
// nothing of the work where acceptance is, but a day or area of acceptance, or a stage of it, then does not count
// (`denied`). A column called 县级验收, 销号 asks that of its stage alone. 验收结论, 验收结果 ask the same: 不合格
// sends back. Any other answer is read as a stage, or is doubtful. Where several answer, and beside a stage of the row,
// the furthest counts, unless one says that the ground is not restored: then the row is not done
// (`lowered`, where another says that it is).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "layers/restoration/row_columns.hpp"
#include "layers/restoration/table_words.hpp"

namespace redline {

struct Answers {
  bool read = false;                              // a stage was answered
  std::string lowered, unread, doubtful, denied;  // heading: answer
  std::string said;                               // of the stage that the row has by them
  std::string unanswered;                         // asks whether work is done, and nothing is said
  std::string unaccepted;                         // by which no level has accepted
};

class QuestionColumns {
 public:
  QuestionColumns(std::vector<std::string> const& header, RowColumns const& columns, RestorationModel const& model,
                  TableWords const& words);
  std::vector<std::string> headings() const;
  bool among(std::size_t column) const;
  Answers answer(std::vector<std::string> const& cells, RowValues& values) const;

 private:
  struct Question {
    std::size_t column;
    std::string heading;
    Stage const* stage;
    std::size_t meaning;  // named by the user; MEANING_COUNT: none
    bool verdict;         // 验收结论
    bool level;           // 县级验收: of that one alone; days below it are read elsewhere (stage_days.hpp)
  };
  struct Said {
    Stage const* furthest = nullptr;
    Stage const* open = nullptr;          // said not to be restored
    bool failed = false;                  // a verdict that sends back
    std::vector<Question const*> denied;  // said not to be accepted
    std::string day;
  };
  bool says_no(Question const& q, std::string const& cell) const;
  std::string in_words(Question const& q, std::string const& cell) const;
  void hear(Question const& q, std::string const& cell, std::string const& site, Said& all, Answers& out) const;
  void tell_denied(Question const& q, std::string const& cell, Said& all, Answers& out) const;
  bool deny_stage(Question const& q, RowValues& values) const;
  bool deny_figures(Question const& q, RowValues& values) const;
  bool same_acceptance(Question const& q, Meaning m) const;
  void settle(Said const& said, std::string const& what, RowValues& values, Answers& out) const;

  RestorationModel const& m_model;
  TableWords const& m_words;
  RowColumns const& m_columns;
  std::vector<Question> m_questions;
};

}  // namespace redline
