// SPDX-License-Identifier: Apache-2.0
#include "layers/screen/sentences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/core/printed_number.hpp"
#include "layers/report/figures.hpp"
#include "layers/screen/batch_remarks.hpp"
#include "layers/screen/decisions_of_application.hpp"

namespace redline {
namespace {

constexpr std::size_t NEAREST_SAID = 3;

std::string key(char const* table, std::string_view word) { return "@" + std::string(table) + "." + std::string(word); }

std::string name_of(ScreenedArea const& a) { return a.area.name.empty() ? a.area.id : a.area.name; }

std::string draft_mark(ScreenedArea const& a) { return a.draft ? "@screen.draft_mark" : ""; }

std::string joined(std::vector<std::string> const& items) {
  std::string out;
  for (auto const& i : items) out += (out.empty() ? "" : ", ") + i;
  return out;
}

// In a batch: with its file where another application before it has the same id.
std::string told_apart(Application const& a) {
  bool const again =
      std::any_of(a.findings.begin(), a.findings.end(), [](auto const& f) { return f.code == "screen.duplicate_id"; });
  return again ? a.attributes.id + " (" + a.file + ")" : a.attributes.id;
}

std::string range(std::optional<double> top_m, std::optional<double> bottom_m) {
  return top_m && bottom_m ? fmt::format("{:g}–{:g}", *top_m, *bottom_m) : std::string{};
}

class Speaker {
 public:
  Speaker(Application const& a, Screening const& s) : m_a(a), m_s(s) {}

  std::vector<Message> speak() {
    head();
    say(verdict_sentence(m_a));
    if (!m_s.draft.empty() && m_a.verdict != m_a.verdict_without_draft)
      say({"screen.say.without_draft", {key("verdict", to_string(m_a.verdict_without_draft))}});
    for (auto const& c : m_a.conflicts) conflict(c);
    if (m_a.conflicts.size() > 1)
      say({"screen.say.together", {figures::m2(m_a.overlap_total_m2), figures::m2(m_a.outside_m2)}});
    for (auto const& c : m_a.contacts) contact(c);
    if (m_a.cut) cut(*m_a.cut);
    surroundings();
    for (auto const& r : m_a.rights) right(r);
    reasons();
    for (auto const& d : m_a.decisions) decision(d);
    findings();
    return std::move(m_out);
  }

 private:
  void say(Message m) { m_out.push_back(std::move(m)); }

  void head() {
    auto const& a = m_a.attributes;
    say({"screen.say.head",
         {a.name.empty() || a.name == a.id ? a.id : a.id + " " + a.name, key("activity_kind", a.kind),
          key("action", a.action), to_string(m_s.as_of)}});
    say({m_a.repaired ? "screen.say.area_repaired" : "screen.say.area",
         {figures::km2(m_a.counted_m2()), figures::m2(m_a.counted_m2()), m_a.crs, m_a.crs_name,
          "@cli.crs_" + m_a.crs_how}});
  }

  void conflict(ScreenedConflict const& c) {
    say(conflict_sentence(c, m_s));
    std::vector<std::string> ids;
    for (auto const& r : c.rules) ids.push_back(r.id);
    if (ids.empty())
      say({"screen.say.no_rule", {}});
    else
      say({"screen.say.rule", {joined(ids), clauses_of(c)}});
    say(certainty_sentence(c));
    if (c.disposition != "none") say({"screen.say.disposition", {key("disposition", c.disposition)}});
    if (m_s.areas[c.area].area.schematic) say({"screen.say.schematic", {}});
  }

  void contact(ScreenedConflict const& c) {
    auto const& area = m_s.areas[c.area];
    say({"screen.say.contact", {name_of(area), draft_mark(area), key("zone", c.zone), figures::place(c.inside)}});
    if (auto const within = contact_accuracy(c)) say(*within);
  }

  void cut(ScreenedCut const& c) {
    if (c.outcome != "staked") return;  // the findings say why
    say({"screen.say.cut",
         {figures::km2(c.remaining_tdt1055_m2), figures::m2(c.remaining_m2), std::to_string(c.parts.size()),
          figures::metres(c.min_width_m), figures::m2(c.removed_m2), figures::percent(c.reduction_percent / 100),
          figures::m2(c.extra_m2), figures::place(c.narrowest_at)}});
    if (auto const after = after_cut(c)) say(*after);
  }

  void surroundings() {
    for (auto const& h : m_a.near_hits) {
      auto const& area = m_s.areas[h.area];
      say({"screen.say.near_" + h.reason,
           {name_of(area), draft_mark(area), figures::metres(h.distance_m), figures::metres(h.limit_m)}});
    }
    if (!m_a.conflicts.empty()) return;
    if (m_a.nearest.empty() && m_a.contacts.empty())
      say({"screen.say.none_near", {figures::metres(m_s.nearest_limit_m)}});
    for (std::size_t i = 0; i < std::min(NEAREST_SAID, m_a.nearest.size()); ++i) {
      auto const& n = m_a.nearest[i];
      auto const& area = m_s.areas[n.area];
      say({"screen.say.nearest",
           {name_of(area), draft_mark(area), key("zone", n.zone), figures::metres(n.distance_m),
            figures::compass_key(n.bearing_deg), figures::bearing(n.bearing_deg)}});
    }
  }

  void right(RightOverlap const& r) {
    say({"screen.say.right." + r.relation,
         {r.name.empty() || r.name == r.id ? r.id : r.id + " " + r.name, figures::m2(r.overlap_m2),
          figures::percent(r.share), r.mineral, range(m_a.attributes.top_m, m_a.attributes.bottom_m),
          range(r.top_m, r.bottom_m)}});
  }

  void reasons() {
    for (auto const& r : m_a.reasons) say({r.text.key, r.text.args});
  }

  void decision(ScreenedDecision const& d) {
    say({d.in_force ? "screen.say.decision" : "screen.say.decision_not_in_force",
         {d.row.decision, d.row.document, d.row.office, d.row.decided_on,
          d.row.expires_on.empty() ? std::string("@screen.no_term") : d.row.expires_on,
          subject_of(d.about, d.row.area_id, d.area_name)}});
  }

  // What only informs is left to the JSON, but for what this command itself has to say.
  void findings() {
    for (auto const& f : m_a.findings)
      if (f.severity != Severity::info || f.code.rfind("screen.", 0) == 0 || f.code.rfind("cut.", 0) == 0)
        say({f.severity == Severity::error     ? "screen.say.error"
             : f.severity == Severity::warning ? "screen.say.warning"
                                               : "screen.say.note",
             {language_pair(render(Message{f.code, f.args}, Language::zh),
                            render(Message{f.code, f.args}, Language::en))}});
  }

  Application const& m_a;
  Screening const& m_s;
  std::vector<Message> m_out;
};

}  // namespace

std::string clauses_of(ScreenedConflict const& c) {
  std::string zh, en;
  std::vector<std::string> seen;
  for (auto const& rule : c.rules)
    for (auto const& clause : rule.clauses) {
      if (std::find(seen.begin(), seen.end(), clause.id) != seen.end()) continue;
      seen.push_back(clause.id);
      zh += (zh.empty() ? "" : "；") + clause.zh;
      en += (en.empty() ? "" : "; ") + clause.en;
    }
  return language_pair(zh, en);
}

Message verdict_sentence(Application const& a) {
  return {"screen.verdict." + std::string(to_string(a.verdict)), {std::to_string(a.conflicts.size())}};
}

Message conflict_sentence(ScreenedConflict const& c, Screening const& s) {
  auto const& area = s.areas[c.area];
  return {"screen.say.conflict",
          {name_of(area), draft_mark(area), key("area_kind", area.area.kind), key("zone", c.zone),
           figures::m2(c.overlap_m2), figures::percent(c.overlap_share.value_or(0)), figures::metres(c.width_m),
           figures::place(c.inside), key("verdict", to_string(c.verdict))}};
}

Message certainty_sentence(ScreenedConflict const& c) {
  return {"screen.certainty." + c.certainty, {c.accuracy_m ? figures::metres(*c.accuracy_m) : ""}};
}

std::optional<Message> contact_accuracy(ScreenedConflict const& c) {
  if (!c.accuracy_m || *c.accuracy_m <= 0) return std::nullopt;
  return Message{"screen.say.contact_accuracy", {figures::metres(*c.accuracy_m)}};
}

std::optional<Message> after_cut(ScreenedCut const& c) {
  if (!c.clear_from_m || !c.off_m) return std::nullopt;
  return Message{"screen.say.after_cut", {figures::metres(*c.clear_from_m), printed(*c.off_m, 3)}};
}

std::vector<Message> sentences(Application const& a, Screening const& s) { return Speaker(a, s).speak(); }

namespace {

std::string in_both(Message const& m) {
  return language_pair(render_line(m, Language::zh), render_line(m, Language::en));
}

VerdictReason const& gravest(std::vector<VerdictReason> const& reasons) {  // the first of them
  return *std::max_element(reasons.begin(), reasons.end(),
                           [](auto const& a, auto const& b) { return a.verdict < b.verdict; });
}

std::string name_in_line(ScreenedArea const& a) {
  return a.draft ? in_both({"screen.line.draft", {name_of(a)}}) : name_of(a);
}

std::string area_in_line(Application const& a) {
  auto const km2 = figures::km2(a.counted_m2());
  return a.repaired ? in_both({"screen.line.repaired_km2", {km2}}) : km2;
}

Message plain_line(Application const& a, Screening const& s) {
  auto const id = told_apart(a), verdict = key("verdict", to_string(a.verdict)), km2 = area_in_line(a);
  if (!a.conflicts.empty())
    return {"screen.line.conflict",
            {verdict, id, km2, std::to_string(a.conflicts.size()), figures::m2(a.overlap_total_m2),
             name_in_line(s.areas[a.conflicts.front().area])}};
  if (!a.reasons.empty()) {
    auto const& why = gravest(a.reasons);
    auto const said = in_both({why.text.key, why.text.args});
    return {"screen.line.reason", {verdict, id, km2, why.of_draft ? in_both({"screen.line.draft", {said}}) : said}};
  }
  if (a.nearest.empty()) return {"screen.line.clear", {verdict, id, km2}};
  auto const& n = a.nearest.front();
  return {"screen.line.near", {verdict, id, km2, name_in_line(s.areas[n.area]), figures::metres(n.distance_m)}};
}

// What it is of the outlines of its file.
std::optional<Message> outline_remark(Application const& a) {
  for (auto const& f : a.findings)
    if (f.code.starts_with("screen.outline_")) return Message{"screen.remark." + f.code.substr(7), {}};
  return std::nullopt;
}

// Rights that overlap and change nothing: the first by its name.
std::optional<Message> information_remark(Application const& a) {
  std::vector<RightOverlap const*> all;
  for (auto const& r : a.rights)
    if (r.information && r.relation != "same_right" && r.relation != "contact") all.push_back(&r);
  if (all.empty()) return std::nullopt;
  auto const& r = *all.front();
  return Message{all.size() > 1 ? "screen.remark.rights" : "screen.remark.right",
                 {r.name.empty() || r.name == r.id ? r.id : r.name, key("screen.relation", r.relation),
                  std::to_string(all.size() - 1)}};
}

std::optional<Message> remark(VerdictReason const& r) {
  if (r.text.key == "screen.reason.rights" || r.text.key == "screen.reason.not_checked" ||
      r.text.key.starts_with("screen.reason.reduction_"))
    return r.text;
  if (r.text.key == "screen.reason.repaired") return Message{"screen.remark.repaired", {}};
  if (r.text.key == "screen.reason.outline") return Message{"screen.remark.outline", {}};
  return std::nullopt;
}

}  // namespace

std::vector<Message> remarks(Application const& a, Screening const& s) {
  std::vector<Message> out;
  for (auto const& r : a.reasons)
    if (auto said = remark(r)) out.push_back(std::move(*said));
  for (auto& said : ground_remarks(a, s)) out.push_back(std::move(said));
  if (auto said = cut_remark(a)) out.push_back(std::move(*said));
  return out;
}

Message line_of(Application const& a, Screening const& s) {
  auto line = plain_line(a, s);
  auto const* told = line.key == "screen.line.reason" ? &gravest(a.reasons) : nullptr;
  for (auto const& r : a.reasons)
    if (auto const more = remark(r); more && &r != told) line = {"screen.line.remark", {in_both(line), in_both(*more)}};
  for (auto const& more : {outline_remark(a), information_remark(a)})
    if (more) line = {"screen.line.remark", {in_both(line), in_both(*more)}};
  for (auto const& more : batch_remarks(a, s)) line = {"screen.line.remark", {in_both(line), in_both(more)}};
  return line;
}

std::vector<Message> batch_end(Screening const& s) {
  std::map<Verdict, int, std::greater<>> counts;
  for (auto const& a : s.applications) ++counts[a.verdict];
  std::vector<Message> out{{"screen.batch", {std::to_string(s.applications.size()), std::to_string(s.failed.size())}}};
  for (auto const& [verdict, n] : counts)
    out.push_back({"screen.batch_verdict", {key("verdict", to_string(verdict)), std::to_string(n)}});
  for (auto const& f : s.failed)
    out.push_back({"screen.batch_failed",
                   {f.file, language_pair(render(f.message, Language::zh), render(f.message, Language::en))}});
  return out;
}

}  // namespace redline
