// SPDX-License-Identifier: Apache-2.0
#include "layers/screen/kind_of_application.hpp"

#include <algorithm>

#include "layers/corners/right_kind.hpp"
#include "layers/corners/said_kind.hpp"

namespace redline {
namespace {

std::string shown_word(std::string const& kind) { return "@activity_kind." + kind; }

std::string assumed(CornerForm form) {
  return form == CornerForm::exploration_string ? "exploration_right" : "mining_right";
}

struct KindInWords {
  std::string mining, exploration;  // the first word for each
  bool both() const { return !mining.empty() && !exploration.empty(); }
  std::string kind() const {
    return both() || (mining + exploration).empty() ? "" : mining.empty() ? "exploration_right" : "mining_right";
  }
  std::string word() const { return mining.empty() ? exploration : mining; }
};

// Of its lines and of its titles; what a row says is said of itself alone.
KindInWords kind_in_words(Parcel const& parcel) {
  auto all = parcel.kind_words;
  for (auto const* title : {&parcel.name, &parcel.worksheet, &parcel.outline})
    for (auto& k : kind_words(*title)) all.push_back(std::move(k));
  KindInWords out;
  for (auto const& k : all) {
    auto& first = k.kind == "mining_right" ? out.mining : out.exploration;
    if (first.empty()) first = k.word;
  }
  return out;
}

class KindDecision {
 public:
  KindDecision(ActivityAttributes& a, Parcel const& parcel, CornerForm form)
      : m_a(&a),
        m_number(a.licence_no.empty() ? parcel.id : a.licence_no),
        m_row(parcel.kind),
        m_of_number(kind_of_licence(m_number)),
        m_words(kind_in_words(parcel)),
        m_assumed(assumed(form)) {}

  Findings decide() {
    bool const given = !m_a->kind.empty();
    auto said = m_row;
    for (auto const& next : {m_of_number, m_words.kind()})
      if (said.empty()) said = next;
    if (!given) m_a->kind = said.empty() ? m_assumed : said;
    contradictions(given, said);
    if (!given) source();
    return std::move(m_out);
  }

 private:
  void tell(char const* code, Severity severity, std::vector<std::string> args) {
    m_out.push_back({code, severity, m_a->layer, m_a->id, std::move(args)});
  }

  void contradictions(bool given, std::string const& said) {
    auto const kind = shown_word(m_a->kind);
    if (given && !said.empty() && said != m_a->kind)
      tell("screen.kind_other", Severity::warning, {kind, shown_word(said)});
    if (!m_row.empty() && !m_of_number.empty() && m_row != m_of_number)
      tell("screen.kind_two", Severity::warning, {shown_word(m_row), shown_word(m_of_number), m_number, kind});
    if (given || !m_row.empty()) return;
    if (m_words.both())
      tell("screen.kind_words_apart", Severity::warning, {m_words.exploration, m_words.mining, kind});
    else if (!m_of_number.empty() && !m_words.kind().empty() && m_words.kind() != m_of_number)
      tell("screen.kind_words_apart", Severity::warning, {m_number, m_words.word(), kind});
  }

  void source() {
    std::vector<std::string> said{shown_word(m_a->kind), "@action." + m_a->action};
    if (!m_row.empty()) return tell("screen.kind_of_row", Severity::info, std::move(said));
    if (!m_of_number.empty() || !m_words.kind().empty()) {
      said.push_back(m_of_number.empty() ? m_words.word() : m_number);
      return tell(m_of_number.empty() ? "screen.kind_of_words" : "screen.kind_of_number", Severity::info,
                  std::move(said));
    }
    if (!m_words.both()) tell("screen.kind_assumed", Severity::info, std::move(said));
  }

  ActivityAttributes* m_a;
  std::string m_number, m_row, m_of_number;
  KindInWords m_words;
  std::string m_assumed;
  Findings m_out;
};

}  // namespace

Findings decide_kind(ActivityAttributes& a, Parcel const& parcel, CornerForm form) {
  return KindDecision(a, parcel, form).decide();
}

}  // namespace redline
