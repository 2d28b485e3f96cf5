// The report's page of each reserve of the register: its sums, map, sites, zones, findings and
// records, as data for the template. The run must outlive it. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/report_data.hpp"
#include "layers/restoration/report_maps.hpp"
#include "layers/restoration/site_facts.hpp"

namespace redline {

class ReportPages {
 public:
  ReportPages(StatusRun const& run, Language language);
  Mustache all() const;
  ReportMaps const& maps() const { return m_maps; }

 private:
  Mustache page(ReserveStatus const& r) const;
  void add_sites(Mustache& d, ReserveStatus const& r) const;
  Mustache site_data(SiteTally const& s) const;
  void add_records(Mustache& d, ReserveStatus const& r) const;
  Mustache record_data(RestorationRecord const& r) const;
  Mustache ground_data(SurveyedReserve const& g) const;
  Mustache stated_data(ReserveStatus const& r) const;

  StatusRun const& m_run;
  Language m_language;
  ReportMaps m_maps;
  std::map<SiteKey, SiteFacts> m_facts;
  std::map<std::string_view, std::vector<RestorationRecord const*>> m_records;
};

}  // namespace redline
