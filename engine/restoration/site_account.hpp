// The account of one site while its records pass in order of day (see tally.hpp for the rules). Findings go to the list
// given. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/line.hpp"
#include "engine/restoration/tally.hpp"

namespace redline {

class SiteAccount {
 public:
  SiteAccount(SiteKey key, Findings& findings) : m_findings(findings) {
    m_site.reserve = key.first, m_site.site = key.second;
  }
  SiteKey key() const { return {m_site.reserve, m_site.site}; }
  void add(RestorationRecord const& r, bool contained, Amount deduction);
  SiteTally close(Date as_of, std::optional<Amount> outline, bool alone);  // alone: the reserve has no other account

 private:
  struct Statement {  // the figures of one day
    std::optional<Amount> all, once;
    std::optional<Date> day;
    bool at_least = false;
    Line line = {};
  };
  void restored(RestorationRecord const& r, bool contained, Amount deduction);
  void put(Line& line, RestorationRecord const& r, Amount amount, bool contained, Amount deduction);
  void disturbed(RestorationRecord const& r, bool contained);
  void mark(RestorationRecord const& r);
  void send_back(RestorationRecord const& r);
  void check_acceptance(RestorationRecord const& r, Amount amount, bool contained);
  bool repeats(Line& line, RestorationRecord const& r, Amount amount, bool contained);
  Line::Sum largest(StageClass from) const;
  void state(Statement& s, RestorationRecord const& r, bool contained);
  void add_finding(char const* code, Severity severity, std::string_view feature, std::vector<std::string> args);
  void close_checks(Date as_of);
  void check_early(bool alone);
  void check_kinds();
  void check_sent_back(bool alone);

  SiteTally m_site;
  Findings& m_findings;
  std::map<Stage const*, Line> m_stages;
  Line m_volume;
  Statement m_required, m_disturbed, m_most_disturbed;
  struct Early {  // accepted more than was restored by then
    std::string cited;
    std::string id;
    Date day;
    bool unrestored;  // and no record of restoration came before
  };
  std::vector<Early> m_early;
  std::string m_last_id;
  bool m_any_work = false, m_any_restored = false;  // reported, and not sent back since
  std::optional<Date> m_deadline_stated;
  std::string m_sent_back_cited, m_sent_back_id;  // the last row that sent back what nobody had reported
};

}  // namespace redline
