// SPDX-License-Identifier: Apache-2.0
#include "layers/screen/action_of_application.hpp"

#include <algorithm>

#include "layers/corners/corner_text.hpp"
#include "layers/read/action_words.hpp"

namespace redline {
namespace {

std::string shown(std::string const& action) { return "@action." + action; }

}  // namespace

Findings decide_action(ActivityAttributes& a, Parcel const& parcel) {
  Findings out;
  auto const tell = [&](char const* code, Severity severity, std::vector<std::string> args) {
    out.push_back({code, severity, a.layer, a.id, std::move(args)});
  };
  bool const given = !a.action.empty();
  std::string said;
  bool open = false;
  for (auto const& t : parcel.terms) {
    if (t.part != TermPart::action) continue;
    auto const word = action_word(t.text);
    if (!word)
      open = true,
      tell("screen.action_unread", given ? Severity::info : Severity::warning, {t.heading, shortened(t.text)});
    else if (given && *word != a.action)
      tell("screen.action_other", Severity::warning, {shown(a.action), t.heading, shortened(t.text)});
    else if (!given && !said.empty() && *word != said)
      open = true, tell("screen.actions_differ", Severity::warning, {shown(said), shown(*word), t.heading});
    else if (!given && said.empty())
      said = *word, tell("screen.action_of_row", Severity::info, {shown(said), t.heading, shortened(t.text)});
  }
  if (given) return out;
  a.action = said.empty() || open ? "new" : said;
  if (open) std::erase_if(out, [](Finding const& f) { return f.code == "screen.action_of_row"; });
  return out;
}

}  // namespace redline
