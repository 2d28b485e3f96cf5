// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/judgement.hpp"

namespace redline {
namespace {

constexpr char PAIR = '\x1F';

template <class Items, class Show>
std::string joined(Items const& items, Show show) {
  std::string out;
  for (auto const& item : items) out += (out.empty() ? "" : "; ") + show(item);
  return out;
}

}  // namespace

std::string language_pair(std::string_view zh, std::string_view en) { return std::string(zh) + PAIR + std::string(en); }

std::string in_language(std::string const& argument, Language language) {
  if (!argument.empty() && argument.front() == '@') return render(std::string_view(argument).substr(1), language);
  auto const at = argument.find(PAIR);
  if (at == std::string::npos) return argument;
  return language == Language::zh ? argument.substr(0, at) : argument.substr(at + 1);
}

std::string render(ClauseText const& clause, Language language) {
  return language == Language::zh ? clause.zh : clause.en;
}

std::string render_clauses(Judgement const& judgement, Language language) {
  return joined(judgement.clauses, [&](ClauseText const& c) { return render(c, language); });
}

std::string render_line(Message const& line, Language language) {
  Message shown{line.key, {}};
  for (auto const& argument : line.args) shown.args.push_back(in_language(argument, language));
  return render(shown, language);
}

std::string render_trace(Judgement const& judgement, Language language) {
  return joined(judgement.trace, [&](Message const& line) { return render_line(line, language); });
}

}  // namespace redline
