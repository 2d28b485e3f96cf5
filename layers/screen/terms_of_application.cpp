// SPDX-License-Identifier: Apache-2.0
#include "layers/screen/terms_of_application.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "layers/corners/corner_text.hpp"

namespace redline {
namespace {

constexpr char const *UNTIL = "--valid-to", *FROM = "--valid-from", *ELEVATION = "--elevation";

template <class Value>
struct Said {
  Value value;
  std::string where;  // its column or field
};

std::string shown(PossibleDays const& days) { return to_string(days); }
std::string shown(std::pair<double, double> const& e) { return fmt::format("{:.10g}–{:.10g} m", e.first, e.second); }

bool same(PossibleDays const& a, PossibleDays const& b) { return a == b; }
bool same(std::pair<double, double> const& a, std::pair<double, double> const& b) {
  return std::minmax(a.first, a.second) == std::minmax(b.first, b.second);
}

bool of_days(TermPart part) {
  return part == TermPart::valid_from || part == TermPart::valid_to || part == TermPart::validity;
}

bool holds_word(std::string const& text, std::initializer_list<char const*> words) {
  return std::any_of(words.begin(), words.end(), [&](char const* w) { return text.find(w) != std::string::npos; });
}

// 原批准开采标高: of the right there is, not of what is applied for.
bool of_right_before(std::string const& heading) {
  return holds_word(heading, {"原", "现", "变更前", "调整前"}) &&
         !holds_word(heading, {"拟", "申请", "变更后", "调整后"});
}

class Terms {
 public:
  Terms(ActivityAttributes& a, Parcel const& parcel, Date as_of) : m_a(&a), m_terms(&parcel.terms), m_as_of(as_of) {}

  Findings decide() {
    gather_days(), gather_elevations();
    auto const until = settled(m_until, m_a->valid_to, UNTIL, m_unread_until);
    auto const from = settled(m_from, m_a->valid_from, FROM, m_unread_from);
    if (until) m_a->valid_to = until, tell("screen.valid_to_of_row", Severity::info, {m_until[0].where, shown(*until)});
    if (from && m_a->action != "new") m_a->valid_from = from;
    if (from && m_a->action == "new") begins(*from);
    decide_elevations();
    return std::move(m_out);
  }

 private:
  void tell(char const* code, Severity severity, std::vector<std::string> args) {
    m_out.push_back({code, severity, m_a->layer, m_a->id, std::move(args)});
  }

  void decide_elevations() {
    std::optional<std::pair<double, double>> given;
    if (m_a->top_m && m_a->bottom_m) given = {*m_a->top_m, *m_a->bottom_m};
    auto const e = settled(m_elevations, given, ELEVATION, m_unread_elevations);
    if (!e) return;
    bool const before = all_of_right_before();
    if (!before) m_a->top_m = e->first, m_a->bottom_m = e->second;
    std::vector<std::string> said{m_elevations[0].where, shown(*e)};
    if (before) said.emplace_back(ELEVATION);
    tell(before ? "screen.elevation_before" : "screen.elevation_of_row", before ? Severity::warning : Severity::info,
         std::move(said));
  }

  // A right that is only applied for has not begun.
  void begins(PossibleDays const& from) {
    bool const begun = from.first <= m_as_of;
    tell(begun ? "screen.valid_from_begun" : "screen.valid_from_planned", begun ? Severity::warning : Severity::info,
         {m_from[0].where, shown(from)});
  }

  void unread(PrintedTerm const& t, bool given, char const* option, bool& any) {
    any = true;
    tell("screen.term_unread", given ? Severity::info : Severity::warning, {t.heading, shortened(t.text), option});
  }

  void gather_days() {
    for (auto const& t : *m_terms) {
      if (!of_days(t.part)) continue;
      auto const days = read_days(t.part, t.text);
      bool const begins = t.part == TermPart::valid_from;
      if (!days) {
        unread(t, (begins ? m_a->valid_from : m_a->valid_to).has_value(), begins ? FROM : UNTIL,
               begins ? m_unread_from : m_unread_until);
        continue;
      }
      if (days->from) m_from.push_back({*days->from, t.heading});
      if (days->to) m_until.push_back({*days->to, t.heading});
      if (days->end_assumed) tell("screen.term_end", Severity::info, {t.heading, shortened(t.text)});
    }
  }

  bool all_of_right_before() const {
    return (m_a->action == "new" || m_a->action == "change") &&
           std::all_of(m_elevations.begin(), m_elevations.end(),
                       [](auto const& e) { return of_right_before(e.where); });
  }

  void gather_elevations() {
    bool const given = m_a->top_m.has_value();
    for (auto const& t : *m_terms) {
      if (t.part != TermPart::elevations) continue;
      if (auto const e = read_elevations(t))
        m_elevations.push_back({*e, t.heading});
      else
        unread(t, given, ELEVATION, m_unread_elevations);
    }
    gather_limits(given);
  }

  // Two columns, 采深上限 and 采深下限.
  void gather_limits(bool given) {
    PrintedTerm const *top = nullptr, *bottom = nullptr;
    for (auto const& t : *m_terms) {
      if (t.part != TermPart::top && t.part != TermPart::bottom) continue;
      auto& one = t.part == TermPart::top ? top : bottom;
      if (one != nullptr || !read_elevation(t.text)) return unread(t, given, ELEVATION, m_unread_elevations);
      one = &t;
    }
    if (top == nullptr && bottom == nullptr) return;
    if (top == nullptr || bottom == nullptr)
      return unread(top == nullptr ? *bottom : *top, given, ELEVATION, m_unread_elevations);
    std::pair const both{*read_elevation(top->text), *read_elevation(bottom->text)};
    if (both.first == both.second) return unread(*bottom, given, ELEVATION, m_unread_elevations);
    m_elevations.push_back({both, top->heading + ", " + bottom->heading});
  }

  // What is to be used of it: nothing where an option says it.
  template <class Value>
  std::optional<Value> settled(std::vector<Said<Value>> const& all, std::optional<Value> const& given,
                               char const* option, bool some_unread) {
    for (auto const& one : all) {
      if (given && !same(*given, one.value))
        return tell("screen.term_other", Severity::warning, {option, shown(*given), one.where, shown(one.value)}),
               std::nullopt;
      if (!given && !same(all[0].value, one.value))
        return tell("screen.terms_differ", Severity::warning,
                    {all[0].where, shown(all[0].value), one.where, shown(one.value), option}),
               std::nullopt;
    }
    return given || all.empty() || some_unread ? std::nullopt : std::optional(all[0].value);
  }

  ActivityAttributes* m_a;
  std::vector<PrintedTerm> const* m_terms;
  Date m_as_of;
  std::vector<Said<PossibleDays>> m_until, m_from;
  std::vector<Said<std::pair<double, double>>> m_elevations;
  bool m_unread_from = false, m_unread_until = false, m_unread_elevations = false;
  Findings m_out;
};

}  // namespace

Findings decide_terms(ActivityAttributes& a, Parcel const& parcel, Date as_of) {
  return Terms(a, parcel, as_of).decide();
}

}  // namespace redline
