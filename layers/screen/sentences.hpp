// A screening in sentences: what the terminal says, and what reports put beside their tables. Shown with render_line().
// verdict_sentence: the verdict in one sentence. sentences: all of one application, in the order verdict, where, how
// much, clause, certainty, what was not checked, decisions, findings. line_of: one line of a batch; remarks: what it
// must not leave out, as a table of applications shows it. batch_end: the sum.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "engine/screen/screening.hpp"

namespace redline {

Message verdict_sentence(Application const& a);
Message conflict_sentence(ScreenedConflict const& c, Screening const& s);
Message certainty_sentence(ScreenedConflict const& c);
std::optional<Message> contact_accuracy(ScreenedConflict const& c);  // that accuracies cannot tell it from an overlap
std::optional<Message> after_cut(ScreenedCut const& c);              // what screening the remaining ground will say
std::vector<Message> sentences(Application const& a, Screening const& s);
std::vector<Message> remarks(Application const& a, Screening const& s);
Message line_of(Application const& a, Screening const& s);
std::vector<Message> batch_end(Screening const& s);
std::string clauses_of(ScreenedConflict const& c);  // a pair of both languages

}  // namespace redline
