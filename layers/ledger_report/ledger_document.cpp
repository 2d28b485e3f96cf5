// SPDX-License-Identifier: Apache-2.0
#include "layers/ledger_report/ledger_document.hpp"

#include <filesystem>
#include <optional>

#include "layers/ledger_report/charts.hpp"
#include "layers/ledger_report/ledger_views.hpp"
#include "layers/ledger_report/overview.hpp"
#include "layers/ledger_report/report_table.hpp"

namespace redline {
namespace {

constexpr std::size_t RESERVES_WITH_SECTION = 60, AREAS_ON_PAGE = 40, GROUPS_ON_PAGE = 60, FINDINGS_ON_PAGE = 60;
constexpr double MAP_WIDTH = 640, MAP_HEIGHT = 620;

class LedgerDocument {
 public:
  explicit LedgerDocument(LedgerReportOptions const& o) : m_options(o), m_language(o.language), m_ledger(o.ledger) {
    auto const reserves = Register::load(o.register_file);
    m_prefectures = !reserves.sha256().empty() && reserves.sha256() == m_ledger.run("register_sha256");
    make_ledger_views(m_ledger, m_prefectures ? &reserves : nullptr);
  }

  report::Document build() {
    head();
    director();
    by_reserve();
    if (m_options.with_pictures) region();
    by_place_of_administration();
    by_kind();
    overlaps();
    others();
    data();
    basis();
    return std::move(m_out);
  }

 private:
  std::string t(std::string const& key, std::vector<std::string> args = {}) const {
    return render(Message{"ledger_report." + key, std::move(args)}, m_language);
  }
  void add(report::Block block) { m_out.blocks.push_back(std::move(block)); }
  void say(std::string text, report::Tone tone = report::Tone::plain) { add(report::Paragraph{std::move(text), tone}); }
  void note(char const* key) { say(t(key), report::Tone::note); }
  void section(char const* key) {
    auto const n = std::to_string(++m_section), ordinal = "report.ordinal." + n;
    add(report::Heading{2, t("numbered", {has_text(ordinal) ? "@" + ordinal : n, t(std::string("section.") + key)})});
  }

  report::Table rows_of(char const* key, std::string const& where = "1") {
    return filled(m_ledger, report_table(key), m_language, where);
  }
  // A table with its name above it; an empty one says so and still is a sheet of the workbook.
  void table(char const* key, std::size_t rows_on_page, bool captioned = true) {
    auto out = rows_of(key);
    if (captioned) out.caption = t(std::string("table.") + key);
    out.rows_on_page = rows_on_page;
    bool const empty = out.rows.empty();
    auto const name = out.sheet;
    add(std::move(out));
    if (empty) say(t("no_rows", {name}), report::Tone::note);
  }

  void head() {
    auto const file = std::filesystem::path(m_ledger.path()).filename().string();
    auto const& name = m_options.name.empty() ? file : m_options.name;
    m_out.title = t("title");
    m_out.subtitle = t("subtitle", {m_ledger.run("as_of"), name, m_ledger.run("rules"), m_ledger.run("rules_version")});
    m_out.footer = t("footer", {m_ledger.run("as_of")});
    m_out.of_column = t("col.place");
    if (auto const day = parse_date(m_ledger.run("as_of"))) m_out.date = *day;
    m_out.language = m_language;
    add(report::Heading{1, m_out.title});
  }

  void director() {
    say(overview_sentence(m_ledger, m_language), report::Tone::verdict);
    say(t("proposal") + (any_schematic(m_ledger) ? " " + t("boundaries_schematic") : ""), report::Tone::note);
    table("by_verdict", GROUPS_ON_PAGE, false);
    note("note.by_verdict");
    if (m_options.with_pictures) add(overview_picture(m_ledger, m_language));
    for (auto const& line : not_checked(m_ledger, m_language)) say(line, report::Tone::note);
  }

  void by_reserve() {
    add(report::Heading{1, t("by_reserve_title")});
    section("by_reserve");
    table("by_reserve", AREAS_ON_PAGE * 2, false);
    note("note.summed");
    table("by_other_area", AREAS_ON_PAGE);
    auto summary = rows_of("summary");
    summary.on_page = false;
    add(std::move(summary));
    note("note.summary");
  }

  void region() {
    auto const map = region_map(m_ledger, {MAP_WIDTH, MAP_HEIGHT, true}, "region", m_language);
    if (map.svg.empty()) return;
    section("map");
    auto const legend = verdict_legend(map.width, m_language);
    add(report::Picture{
        sheet({{legend, 0, 0}, {map, 0, legend.height}}, map.width, map.height + legend.height, t("section.map")),
        t(any_schematic(m_ledger) ? "map_schematic" : "map_note")});
  }

  void by_place_of_administration() {
    section("by_prefecture");
    table("by_prefecture", GROUPS_ON_PAGE);
    note(m_prefectures ? "note.prefecture" : "note.no_prefecture");
    table("by_county", GROUPS_ON_PAGE);
    note("note.county");
  }

  void by_kind() {
    section("by_kind");
    table("by_kind", GROUPS_ON_PAGE);
    note("note.ground");
    table("by_area_kind", GROUPS_ON_PAGE);
  }

  struct Place {
    std::string place, kind, name;
    std::int64_t overlaps;
  };
  std::vector<Place> places(std::string const& sql) {
    std::vector<Place> out;
    auto rows = m_ledger.db().prepare(sql);
    while (rows.step())
      out.push_back({std::string(rows.column_text(0)), std::string(rows.column_text(1)),
                     std::string(rows.column_text(2)), rows.column_integer(3)});
    return out;
  }

  void overlaps() {
    section("overlaps");
    say(t("note.overlaps", {std::to_string(m_options.rows_per_reserve)}), report::Tone::note);
    auto const reserves = places(
        "SELECT p.place, p.area_kind, p.name, count(*) FROM rl_place p JOIN rl_conflict c ON c.place = p.place AND "
        "c.area_kind = p.area_kind WHERE p.area_kind = 'nature_reserve' AND c.certainty <> 'contact' GROUP BY p.place "
        "ORDER BY count(*) DESC, p.name, p.place");
    std::string shown = "''";
    for (std::size_t i = 0; i < std::min(reserves.size(), RESERVES_WITH_SECTION); ++i) {
      auto const& r = reserves[i];
      auto const where = "area_kind = 'nature_reserve' AND place = " + sql_text(r.place);
      overlaps_of(r.name.empty() ? r.place : r.name, where, r.overlaps);
      shown += ", " + sql_text(r.place);
    }
    auto const kinds = places(
        "SELECT '', area_kind, '', count(*) FROM rl_conflict WHERE certainty <> 'contact' AND (area_kind <> "
        "'nature_reserve' OR place NOT IN (" +
        shown + ")) GROUP BY area_kind ORDER BY count(*) DESC, area_kind");
    for (auto const& k : kinds) {
      auto const key = "area_kind." + k.kind;
      auto const name = has_text(key) ? render(key, m_language) : k.kind;
      overlaps_of(
          k.kind == "nature_reserve" ? t("other_reserves") : name,
          "area_kind = " + sql_text(k.kind) + " AND (area_kind <> 'nature_reserve' OR place NOT IN (" + shown + "))",
          k.overlaps, true);
    }
    if (reserves.empty() && kinds.empty()) table("conflicts", m_options.rows_per_reserve, false);
  }

  void overlaps_of(std::string const& name, std::string const& where, std::int64_t count, bool with_area = false) {
    add(report::Heading{3, t("overlaps_of", {name, std::to_string(count)})});
    std::string zones;
    auto rows = m_ledger.db().prepare("SELECT zone, count(*) FROM rl_conflict WHERE certainty <> 'contact' AND " +
                                      where + " GROUP BY zone ORDER BY count(*) DESC, zone");
    while (rows.step())
      zones += (zones.empty() ? "" : t("separator")) +
               t("verdict_count", {"@zone." + std::string(rows.column_text(0)), std::string(rows.column_text(1))});
    auto out = rows_of("conflicts", where);
    out.rows_on_page = m_options.rows_per_reserve;
    for (auto const& c : report_table("conflicts").columns)
      if (c.key == "place")
        out.columns[static_cast<std::size_t>(&c - report_table("conflicts").columns.data())].wide = !with_area;
    bool const schematic =
        m_ledger.db().number("SELECT count(*) FROM rl_conflict WHERE schematic = 1 AND certainty <> 'contact' AND " +
                             where) > 0;
    say(t("by_zone", {zones}) + (schematic ? " " + t("boundaries_schematic") : ""), report::Tone::note);
    add(std::move(out));
  }

  void others() {
    section("others");
    table("contacts", m_options.rows_per_reserve);
    note("note.contacts");
    table("rights_overlaps", m_options.rows_per_reserve);
    table("proximity", m_options.rows_per_reserve);
  }

  void data() {
    section("data");
    table("layers_checked", GROUPS_ON_PAGE);
    table("rows", GROUPS_ON_PAGE);
    table("findings", FINDINGS_ON_PAGE);
    note("note.reasons");
    table("decisions", GROUPS_ON_PAGE);
    note("note.decisions");
    table("balance", GROUPS_ON_PAGE);
    for (auto const& line : balance_sentences(m_ledger, m_language)) say(line, report::Tone::note);
  }

  void basis() {
    section("basis");
    say(t("proposal"));
    note("note.law");
    table("run", GROUPS_ON_PAGE * 4, false);
    add(report::Signatures{{render("screen_report.role.handled", m_language),
                            render("screen_report.role.checked", m_language),
                            render("screen_report.role.head", m_language)}});
  }

  LedgerReportOptions const& m_options;
  Language m_language;
  LedgerFile m_ledger;
  bool m_prefectures = false;
  report::Document m_out;
  int m_section = 0;
};

}  // namespace

report::Document ledger_document(LedgerReportOptions const& options) { return LedgerDocument(options).build(); }

}  // namespace redline
