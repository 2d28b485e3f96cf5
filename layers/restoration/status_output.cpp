// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/status_output.hpp"

#include <fmt/format.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "engine/core/error.hpp"
#include "layers/workspace/register.hpp"
#include "layers/workspace/workspace.hpp"

namespace redline {
namespace {

using Json = nlohmann::ordered_json;

constexpr char const* FORMAT = "redline-restoration/1";

char const* severity(Severity s) { return s == Severity::info ? "info" : s == Severity::warning ? "warning" : "error"; }

Json number(Amount a) { return a.to_double(2); }
Json number(std::optional<Amount> const& a) { return a ? Json(a->to_double(2)) : Json(nullptr); }
Json share(std::optional<double> s) { return s ? Json(*s) : Json(nullptr); }
double m2(double value) { return Amount::from_double(value).to_double(2); }

Json findings_json(Findings const& findings, Language l) {
  auto out = Json::array();
  for (auto const& f : findings) {
    Json j{{"code", f.code}, {"severity", severity(f.severity)}, {"record", f.feature}, {"text", text_of(f, l)}};
    if (std::isfinite(f.lon)) j["lon"] = f.lon, j["lat"] = f.lat;
    out.push_back(std::move(j));
  }
  return out;
}

Json ground_json(GroundTotals const& g) {
  return {{"disturbed_m2", m2(g.disturbed_m2)}, {"not_started_m2", m2(g.m2[0])}, {"under_way_m2", m2(g.m2[1])},
          {"restored_m2", m2(g.m2[2])},         {"accepted_m2", m2(g.m2[3])},    {"residue_m2", g.residue_m2}};
}

Json ground_json(SurveyedReserve const& r) {
  auto out = ground_json(r.totals);
  out["zones"] = Json::array();
  for (auto const& z : r.zones) {
    auto j = ground_json(z.totals);
    j["zone"] = z.zone;
    out["zones"].push_back(std::move(j));
  }
  return out;
}

Json site_json(SiteTally const& s) {
  return {{"site", s.site},
          {"required_m2", number(s.required)},
          {"disturbed_m2", number(s.disturbed)},
          {"disturbed_at_least", s.disturbed_at_least},
          {"required_approximate", s.required_approximate},
          {"required_derived", s.required_derived},
          {"approximate", s.approximate},
          {"claimed_m2", number(s.claimed)},
          {"counted_m2", number(s.claimed_once)},
          {"accepted_m2", number(s.accepted)},
          {"under_way_m2", number(s.under_way)},
          {"remaining_m2", number(s.remaining)},
          {"backfill_m3", number(s.volume_once)},
          {"stage", s.stage ? Json(s.stage->code) : Json(nullptr)},
          {"deadline", s.deadline ? Json(to_string(*s.deadline)) : Json(nullptr)},
          {"overdue", s.overdue},
          {"records", s.records}};
}

Json zone_json(ZoneTally const& z) {
  return {{"zone", z.zone},
          {"sites", z.sites},
          {"required_m2", number(z.required)},
          {"claimed_m2", number(z.claimed)},
          {"accepted_m2", number(z.accepted)},
          {"backfill_m3", number(z.volume)}};
}

Json sums_json(ReserveStatus const& r) {
  return {{"sites", r.sites},
          {"required_m2", number(r.required)},
          {"claimed_m2", number(r.claimed)},
          {"verified_m2", number(r.verified)},
          {"accepted_m2", number(r.accepted)},
          {"remaining_m2", number(r.remaining)},
          {"backfill_m3", number(r.backfill)},
          {"share", share(r.share)},
          {"status", r.status},
          {"overdue", r.overdue},
          {"double_counted_m2", number(r.double_counted)}};
}

Json basis_json(RestorationStatus const& s) {
  auto const basis = share_basis(s);
  auto out = Json::array();
  for (auto const* r : basis) out.push_back(r->id);
  return {{"count", basis.size()}, {"of", s.reserves.size()}, {"reserves", std::move(out)}};
}

Json reserve_json(ReserveStatus const& r, Language l) {
  Json out{{"id", r.reserve.id}, {"name", r.reserve.name}, {"level", r.reserve.level}};
  out.update(sums_json(r));
  out["status_claimed"] = r.claimed_status.empty() ? Json(nullptr) : Json(r.claimed_status);
  out["ground"] = r.ground ? ground_json(*r.ground) : Json(nullptr);
  out["zones_stated"] = Json::array();
  for (auto const& z : r.zone_rows) out["zones_stated"].push_back(zone_json(z));
  out["site_list"] = Json::array();
  for (auto const& s : r.site_rows)
    if (s.counts_as_site) out["site_list"].push_back(site_json(s));
  out["findings"] = findings_json(r.findings, l);
  return out;
}

Json tasks_json(TaskStatus const& t, Language l) {
  Json out{
      {"total", t.total}, {"done", t.done}, {"standing", t.standing}, {"open", t.open}, {"overdue", t.overdue.size()}};
  out["overdue_items"] = Json::array();
  for (auto const& o : t.overdue) out["overdue_items"].push_back(o.item);
  out["findings"] = findings_json(t.findings, l);
  return out;
}

std::string quoted(std::string const& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (char const c : text) out.append(c == '"' ? 2 : 1, c);
  return out + "\"";
}

// Has a Chinese name one character of the other? Of other names nobody can tell.
bool alike(std::string const& near, std::string const& name) {
  constexpr std::size_t CHARACTER = 3;
  auto const wanted = normal_name(name), found = normal_name(near);
  bool const chinese = wanted.size() % CHARACTER == 0 &&
                       std::all_of(wanted.begin(), wanted.end(), [](char c) { return (c & 0x80) != 0; });
  if (near.empty() || !chinese) return !near.empty();
  for (std::size_t i = 0; i < wanted.size(); i += CHARACTER)
    if (found.find(wanted.substr(i, CHARACTER)) != std::string::npos) return true;
  return false;
}

std::string or_empty(std::optional<Amount> const& a) { return a ? a->decimal(2) : std::string{}; }

}  // namespace

std::string status_json(StatusRun const& run, Language l, std::string const& only) {
  auto const& s = run.status;
  Json out{{"format", FORMAT}, {"as_of", to_string(s.as_of)}, {"rounding", "half_even"}, {"records", s.records}};
  out["reserves"] = Json::array();
  for (auto const& r : s.reserves)
    if (only.empty() || r.reserve.id == only) out["reserves"].push_back(reserve_json(r, l));
  out["region"] = sums_json(s.region);
  out["region"]["share_basis"] = basis_json(s);
  out["region"]["ground"] = ground_json(s.ground);
  out["region"]["findings"] = findings_json(s.region.findings, l);
  out["region"]["records_elsewhere"] = s.records_elsewhere;
  out["tasks"] = tasks_json(s.tasks, l);
  out["notes"] = findings_json(run.notes, l);
  return out.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string status_csv(StatusRun const& run, Language, std::string const& only) {
  std::string out =
      "\xEF\xBB\xBFid,name,level,sites,required_m2,claimed_m2,verified_m2,accepted_m2,remaining_m2,backfill_m3,share,"
      "status,"
      "status_claimed,overdue,double_counted_m2,findings,share_reserves\r\n";
  auto const line = [&](ReserveStatus const& r, std::string const& id, std::size_t basis) {
    out += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\r\n", id, quoted(r.reserve.name),
                       r.reserve.level, r.sites, or_empty(r.required), r.claimed.decimal(), r.verified.decimal(),
                       r.accepted.decimal(), or_empty(r.remaining), r.backfill.decimal(),
                       r.share ? fmt::format("{}", *r.share) : "", r.status, quoted(r.claimed_status), r.overdue,
                       r.double_counted.decimal(), r.findings.size(), basis);
  };
  for (auto const& r : run.status.reserves)
    if (only.empty() || r.reserve.id == only) line(r, r.reserve.id, r.required ? 1 : 0);
  if (only.empty()) line(run.status.region, "region", share_basis(run.status).size());
  return out;
}

std::string reserve_id(std::string const& workspace, std::string const& name) {
  auto const reg = Register::load(read_workspace(workspace).plan.register_file);
  auto const r = reg.resolve(name);
  if (r.match == Match::exact || r.match == Match::alias) return r.reserve->id;
  auto const near = reg.nearest(name);
  if (!alike(near, name)) throw Error(ErrorKind::usage, "restoration.no_reserve_like", {name});
  throw Error(ErrorKind::usage, "restoration.no_such_reserve", {name, near});
}

}  // namespace redline
