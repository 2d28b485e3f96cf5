// Rows that come again under their id in the report of another day: a running sum, or a stage without a figure, which
// says how its site stands on that day. Of the same site, with a stage that is none the less the later the day, it is
// no conflict and no correction but the next report: a running sum that has not changed adds nothing. So it is where
// the row has the day of its acceptance, and says the same again or has reached another stage since. A task of the same
// item on another day is its next state. New figures, polygons and volumes under an id that is taken stay a conflict.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "layers/restoration/store.hpp"

namespace redline {

class NextReports {
 public:
  NextReports(StoreWriter const& store, RestorationModel const& model, std::optional<Date> day)  // of the table
      : m_store(store), m_model(model), m_day(day) {}
  bool is_next(std::string const& id, RowValues const& values, RowDraft const& draft);
  bool is_next_task(std::string const& id, RowValues const& values, RowDraft const& draft);
  void add(std::string const& id, RowValues const& values, RowDraft const& draft);  // what was stored

 private:
  struct Report {
    std::string reserve, site;
    Date day;
    std::optional<Date> reported;  // of a row that has a day of its own
    int order;                     // of its stage
    std::string figure;
    bool beside(Report const& known) const;
  };
  std::optional<Report> report(RowValues const& values, RowDraft const& draft) const;
  static bool states_task(RowValues const& values, RowDraft const& draft);
  void load();

  StoreWriter const& m_store;
  RestorationModel const& m_model;
  std::optional<Date> m_day;
  bool m_loaded = false;
  std::map<std::string, std::vector<std::pair<std::string, std::optional<Date>>>> m_tasks;  // item and day, by id
  std::map<std::string, std::vector<Report>> m_reports;  // by id, without what follows @
};

}  // namespace redline
