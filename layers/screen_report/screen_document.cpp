// SPDX-License-Identifier: Apache-2.0
#include "layers/screen_report/screen_document.hpp"

#include <set>

#include "engine/core/version.hpp"
#include "layers/report/figures.hpp"
#include "layers/screen/decisions_of_application.hpp"
#include "layers/screen/sentences.hpp"
#include "layers/screen_report/maps.hpp"
#include "layers/screen_report/tables.hpp"

namespace redline::report {
namespace {

class ScreenDocument {
 public:
  ScreenDocument(Screening const& s, Language l, bool with_maps) : m_s(s), m_w(s, l), m_maps(with_maps) {}

  Document build() {
    m_out.title = m_w.text("title");
    m_out.language = m_w.language();
    m_out.date = m_s.as_of;
    m_out.of_column = m_w.text("column.application");
    m_out.subtitle = m_w.text("as_of", {to_string(m_s.as_of)});
    m_out.footer = m_w.text("footer", {to_string(m_s.as_of)});
    auto all = tables::applications(m_w);
    bool const batch = m_s.applications.size() + m_s.failed.size() > 1;
    if (batch) overview(all);
    for (auto const& a : m_s.applications) application(a, batch);
    if (!batch) all.on_page = false, add(std::move(all));
    if (batch) common();
    return std::move(m_out);
  }

 private:
  template <class Block>
  void add(Block block) {
    m_out.blocks.emplace_back(std::move(block));
  }
  void say(std::string text, Tone tone = Tone::plain) { add(Paragraph{std::move(text), tone}); }
  void note(std::string const& key) { say(m_w.text(key), Tone::note); }
  void section(std::string const& key) {
    auto const n = render("report.ordinal." + std::to_string(++m_section), m_w.language());
    add(Heading{2, m_w.text("numbered", {n, m_w.text("section." + key)})});
  }
  void table(Table t) {
    if (!t.rows.empty()) add(std::move(t));
  }
  // A section of one table, or the sentence that there is nothing.
  void section(std::string const& key, Table t) {
    section(key);
    if (t.rows.empty()) note("none." + key);
    table(std::move(t));
  }

  void overview(Table all) {
    add(Heading{1, m_out.title});
    for (auto const& m : batch_end(m_s))
      if (m.key != "screen.batch_failed") say(m_w.line(m));
    table(std::move(all));
    if (!m_s.failed.empty()) {
      add(Heading{3, m_w.text("failed_files")});
      table(tables::failed(m_w));
    }
    note("proposal");
  }

  // What is said once for all applications of a batch.
  void common() {
    m_section = 0;
    add(Heading{1, m_w.text("common")});
    section("manifest", tables::manifest(m_w));
    if (!m_s.findings.empty()) section("findings", tables::findings(m_s.findings, "", m_w));
  }

  void application(Application const& a, bool batch) {
    ++m_number, m_section = 0;
    auto const id = "m" + std::to_string(m_number) + "-";
    add(Heading{1, batch ? m_w.text("title_of", {a.attributes.id}) : m_out.title});
    section("head"), add(head(a));
    section("verdict"), verdict(a);
    if (m_maps) overview_maps(a, id);
    section("area"), table(tables::areas(a, m_w)), area_sentences(a), table(tables::boundary(a, m_w));
    section("conflicts"), conflicts(a, id);
    if (a.cut) section("cut"), cut(a, id);
    section("surroundings"), surroundings(a);
    if (m_s.against_rights) section("rights", tables::rights(a, m_w));
    section("not_checked", tables::not_checked(a, m_w));
    auto all = a.findings;
    if (!batch) all.insert(all.end(), m_s.findings.begin(), m_s.findings.end());
    section("findings", tables::findings(all, a.attributes.id, m_w));
    section("decisions", tables::decisions(a, m_w));
    if (!a.decisions.empty()) note("decisions_beside");
    if (!batch) section("manifest", tables::manifest(m_w));
    section("signatures"), note("proposal");
    add(Signatures{{m_w.text("role.handled"), m_w.text("role.checked"), m_w.text("role.head")}});
  }

  Facts head(Application const& a) const {
    auto const& t = a.attributes;
    Facts f;
    f.columns = 2;
    auto const put = [&](char const* key, std::string const& value) {
      if (!value.empty()) f.rows.emplace_back(m_w.text(std::string("fact.") + key), value);
    };
    put("id", t.id), put("name", t.name == t.id ? "" : t.name), put("holder", t.holder),
        put("licence_no", t.licence_no);
    put("kind", m_w.word("activity_kind", t.kind)), put("action", m_w.word("action", t.action));
    put("mineral", t.mineral), put("status", t.status);
    if (t.valid_from || t.valid_to)
      put("valid", m_w.text("from_to", {to_string(one_day(t.valid_from)), to_string(one_day(t.valid_to))}));
    put("granted_on", to_string(one_day(t.granted_on))), put("act_date", to_string(one_day(t.act_date)));
    put("renewal_filed_on", to_string(one_day(t.renewal_filed_on)));
    put("elevation", m_w.elevation(t.top_m, t.bottom_m));
    put("as_of", to_string(m_s.as_of));
    put("area", m_w.text(a.repaired ? "repaired_area" : "km2_and_m2",
                         {figures::km2(a.counted_m2()), figures::m2(a.counted_m2())}));
    put("crs", m_w.text("crs_how", {a.crs, a.crs_name, render("cli.crs_" + a.crs_how, m_w.language())}));
    put("accuracy", t.accuracy_m ? m_w.text("accuracy." + a.accuracy_from, {figures::metres(*t.accuracy_m)})
                                 : m_w.text("accuracy.none"));
    put("file", a.file);
    return f;
  }

  void verdict(Application const& a) {
    say(m_w.line(verdict_sentence(a)), Tone::verdict);
    note("proposal");
    List list;
    if (!m_s.draft.empty() && a.verdict != a.verdict_without_draft)
      list.items.push_back(
          m_w.line({"screen.say.without_draft", {"@verdict." + std::string(to_string(a.verdict_without_draft))}}));
    for (auto const& c : a.conflicts) list.items.push_back(m_w.line(conflict_sentence(c, m_s)));
    for (auto const& r : a.reasons) list.items.push_back(m_w.line(r.text));
    for (auto const& d : a.decisions)
      if (d.in_force)
        list.items.push_back(m_w.line(
            {"screen_report.decided",
             {d.row.decision, d.row.document, d.row.office, subject_of(d.about, d.row.area_id, d.area_name)}}));
    add(std::move(list));
  }

  void overview_maps(Application const& a, std::string const& id) {
    add(overview_map(a, id + "overview", m_w));
    if (needs_own_map(a)) add(application_map(a, id + "application", m_w));
  }

  void area_sentences(Application const& a) {
    for (auto const& f : a.findings)
      if (f.code.rfind("screen.area_", 0) == 0 || f.code.rfind("screen.declared_", 0) == 0)
        say(render(Message{f.code, f.args}, m_w.language()), Tone::note);
  }

  void conflicts(Application const& a, std::string const& id) {
    if (a.conflicts.empty()) note("none.conflicts");
    table(tables::conflicts(a, m_w));
    if (a.conflicts.size() > 1)
      say(m_w.line({"screen.say.together", {figures::m2(a.overlap_total_m2), figures::m2(a.outside_m2)}}));
    for (std::size_t n = 1; n <= a.conflicts.size(); ++n) conflict(a, n, id);
    if (a.contacts.empty()) return;
    add(Heading{3, m_w.text("contacts")});
    table(tables::contacts(a, m_w));
    std::set<std::string> said;
    for (auto const& c : a.contacts)
      if (auto const within = contact_accuracy(c))
        if (auto const line = m_w.line(*within); said.insert(line).second) say(line);
  }

  void conflict(Application const& a, std::size_t n, std::string const& id) {
    auto const& c = a.conflicts[n - 1];
    auto const& area = m_s.areas[c.area].area;
    add(Heading{3, m_w.text("overlap", {std::to_string(n), m_w.area_and_zone(c.area, c.zone)})});
    if (m_maps) add(conflict_map(a, n, id + "conflict" + std::to_string(n), m_w));
    if (area.schematic) say(m_w.line({"screen.say.schematic", {}}), Tone::note);
    Facts f;
    auto const put = [&](char const* key, std::string const& value) {
      if (!value.empty()) f.rows.emplace_back(m_w.text(std::string("fact.") + key), value);
    };
    put("place", figures::place(c.inside));
    if (c.disposition != "none") put("disposition", m_w.word("disposition", c.disposition));
    put("boundary_doc", area.boundary_doc),
        put("designated_on", area.designated_on ? to_string(*area.designated_on) : std::string{});
    put("conflict_id", c.conflict_id);
    say(m_w.line(certainty_sentence(c)));
    add(std::move(f));
    if (c.rules.empty()) say(m_w.line({"screen.say.no_rule", {}}));
    table(tables::rules(a, n, m_w));
    table(tables::pieces(a, n, m_w));
  }

  void cut(Application const& a, std::string const& id) {
    auto const& c = *a.cut;
    for (auto const& f : a.findings)
      if (f.code.rfind("cut.", 0) == 0) say(render(Message{f.code, f.args}, m_w.language()));
    if (c.outcome != "staked") return;
    say(m_w.text("cut", {figures::km2(c.remaining_tdt1055_m2), figures::m2(c.remaining_m2),
                         std::to_string(c.parts.size()), figures::metres(c.min_width_m), figures::m2(c.removed_m2),
                         figures::percent(c.reduction_percent / 100), figures::place(c.narrowest_at)}));
    if (auto const after = after_cut(c)) say(m_w.line(*after));
    add(tables::cut_figures(a, m_w));
    if (m_maps) add(cut_map(a, id + "cut", m_w));
    table(tables::cut_corners(a, m_w));
  }

  void surroundings(Application const& a) {
    table(tables::setbacks(a, m_w));
    if (a.nearest.empty()) say(m_w.text("none_near", {figures::metres(m_s.nearest_limit_m)}), Tone::note);
    table(tables::nearest(a, m_w));
  }

  Screening const& m_s;
  ReportWords m_w;
  Document m_out;
  int m_number = 0, m_section = 0;
  bool m_maps;
};

}  // namespace

Document screen_document(Screening const& screening, Language language, bool with_maps) {
  return ScreenDocument(screening, language, with_maps).build();
}

}  // namespace redline::report
