// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/report_pages.hpp"

#include "layers/restoration/words.hpp"

namespace redline {
namespace {

constexpr std::size_t RECORDS_SHOWN = 500, SITES_SHOWN = 1000;  // of a reserve; the workbook holds all

}  // namespace

ReportPages::ReportPages(StatusRun const& run, Language l)
    : m_run(run), m_language(l), m_maps(run, l), m_facts(site_facts(run, l)) {
  for (auto const* r : in_force(run.book, run.status.as_of)) m_records[r->reserve].push_back(r);
}

Mustache ReportPages::all() const {
  Mustache out(Mustache::type::list);
  for (auto const& r : m_run.status.reserves) out << page(r);
  return out;
}

Mustache ReportPages::page(ReserveStatus const& r) const {
  auto d = sums(r, m_run.model, m_language);
  d["findings"] = findings_data(r.findings, m_language);
  d["svg"] = m_maps.reserve(r);
  add_sites(d, r);
  if (r.ground) d["zones"] = ground_data(*r.ground), d["balance"] = balance_text(r.ground->totals, m_language);
  if (!r.zone_rows.empty()) d["stated"] = stated_data(r), d["any_stated"] = Mustache(Mustache::type::bool_true);
  add_records(d, r);
  return d;
}

void ReportPages::add_sites(Mustache& d, ReserveStatus const& r) const {
  Mustache list(Mustache::type::list);
  std::size_t n = 0;
  for (auto const& s : r.site_rows)
    if (s.counts_as_site && ++n <= SITES_SHOWN) list << site_data(s);
  d.set("site_rows", list);
  if (n > 0) d["any_site"] = Mustache(Mustache::type::bool_true);
  if (n > SITES_SHOWN)
    d["more_sites"] =
        render(Message{"restoration.report_more_sites", {std::to_string(SITES_SHOWN), std::to_string(n)}}, m_language);
}

Mustache ReportPages::site_data(SiteTally const& s) const {
  Mustache d(Mustache::type::object);
  auto const about = [&](bool so, std::string const& figure) {
    return so && figure != "0" ? render(Message{"restoration.about", {figure}}, m_language) : figure;
  };
  auto const required = std::string(s.required_at_least ? "≥ " : "") + shown(s.required);
  d["site"] = std::string(s.site), d["required"] = about(s.required_approximate, required);
  d["claimed"] = about(s.approximate, shown(s.claimed)), d["counted"] = about(s.approximate, shown(s.claimed_once));
  d["accepted"] = about(s.approximate, shown(s.accepted)), d["under_way"] = about(s.approximate, shown(s.under_way));
  d["stage"] = s.stage ? stage_text(*s.stage, m_language) : "–";
  d["deadline"] = s.deadline ? to_string(*s.deadline) : "–";
  d["late"] = s.overdue;
  auto const facts = m_facts.find({s.reserve, s.site});
  if (facts == m_facts.end()) return d;
  d["zone"] = facts->second.zone, d["cause"] = facts->second.cause, d["responsible"] = facts->second.responsible,
  d["document"] = facts->second.document;
  return d;
}

void ReportPages::add_records(Mustache& d, ReserveStatus const& r) const {
  Mustache list(Mustache::type::list);
  auto const it = m_records.find(r.reserve.id);
  auto const count = it == m_records.end() ? 0 : it->second.size();
  for (std::size_t i = 0; i < std::min(count, RECORDS_SHOWN); ++i) list << record_data(*it->second[i]);
  d.set("records", list);
  if (count > 0) d["any_record"] = Mustache(Mustache::type::bool_true);
  if (count > RECORDS_SHOWN)
    d["more"] =
        render(Message{"restoration.report_more", {std::to_string(RECORDS_SHOWN), std::to_string(count)}}, m_language);
}

Mustache ReportPages::record_data(RestorationRecord const& r) const {
  Mustache d(Mustache::type::object);
  d["item"] = std::string(r.item.empty() ? row_of(r.id) : r.item), d["site"] = std::string(r.site_text),
  d["subject"] = r.subject.empty() ? measure_text(r.measure, m_language) : std::string(r.subject);
  d["figure"] = figure_text(r), d["day"] = r.day ? to_string(*r.day) : "–",
  d["stage"] = r.stage ? stage_text(*r.stage, m_language) : "";
  if (auto const details = m_run.details.find(r.id); details != m_run.details.end())
    d["evidence"] = evidence_of(details->second);
  return d;
}

Mustache ReportPages::ground_data(SurveyedReserve const& g) const {
  Mustache out(Mustache::type::list);
  for (auto const& z : g.zones) {
    Mustache d(Mustache::type::object);
    auto const m2 = [](double v) { return shown(Amount::from_double(v)); };
    d["zone"] = zone_text(z.zone, m_language), d["disturbed"] = m2(z.totals.disturbed_m2);
    d["not_started"] = m2(z.totals.m2[0]), d["under_way"] = m2(z.totals.m2[1]);
    d["restored"] = m2(z.totals.m2[2]), d["accepted"] = m2(z.totals.m2[3]);
    out << d;
  }
  return out;
}

Mustache ReportPages::stated_data(ReserveStatus const& r) const {
  Mustache out(Mustache::type::list);
  for (auto const& z : r.zone_rows) {
    Mustache d(Mustache::type::object);
    d["zone"] = zone_text(z.zone, m_language), d["sites"] = std::to_string(z.sites);
    d["required"] = shown(z.required), d["claimed"] = shown(z.claimed), d["accepted"] = shown(z.accepted);
    out << d;
  }
  return out;
}

}  // namespace redline
