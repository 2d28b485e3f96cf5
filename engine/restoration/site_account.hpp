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
  void draw(DrawnClaim const& claim, bool contained);  // what polygons claim, see drawn_claims.hpp
  struct PartBack {                                    // of what other records contain
    RestorationRecord const* part;
    Amount amount;
  };
  std::vector<PartBack> const& parts_back() const { return m_parts_back; }  // by the last row that sent back
  void part_back(Amount amount) {
    take_away(amount), take_drawn(amount);
  }                                      // of a figure of the site, see parts_back.hpp
  void ground_back(TakenBack const& t);  // by the polygon of another row
  void part_redone(Stage const& stage, Amount amount);
  // within: by how much polygons along the outline may differ; alone: the reserve has no other account
  SiteTally close(std::optional<Amount> outline, Amount within, bool alone);

 private:
  struct Statement {                          // the figures of one day
    std::optional<Amount> all, once, before;  // before: what they took the place of
    RestorationRecord const* by = nullptr;    // the first of them
    std::optional<Date> day;
    bool at_least = false;
    Amount rounding = {};  // how far it may lie from what a polygon measures
    Line line = {};
    Periods reports = {};  // of that day
  };
  void restored(RestorationRecord const& r, bool contained, Amount deduction);
  void restore_accepted(RestorationRecord const& r);
  void put(Line& line, RestorationRecord const& r, Amount amount, bool contained, Amount deduction);
  void disturbed(RestorationRecord const& r, bool contained);
  bool after_restoration(RestorationRecord const& r) const;
  void restate_damage(RestorationRecord const& r);
  void tell_restated();
  void require(RestorationRecord const& r, bool contained);
  Statement required() const;
  void tell_changed(Statement const& s);
  void tell_reference(RestorationRecord const& r);
  void mark(RestorationRecord const& r);
  void none_done(RestorationRecord const& r, bool contained);  // see none_done.hpp
  void hear_state(RestorationRecord const& r);
  void settle_states(std::optional<Date> next);  // of the day that is over
  void lower_to(RestorationRecord const& r, Amount most, StageClass of, Amount before);
  void lose_acceptance();
  void look_at_late(RestorationRecord const& r);
  void tell_late();
  void look_at_levels(RestorationRecord const& r);
  void tell_levels();
  bool disturb_again(RestorationRecord const& r);
  void send_back(RestorationRecord const& r);
  void look_at_unmet(RestorationRecord const& r);
  void send_back_whole(RestorationRecord const& r);
  Amount said_accepted(Stage const& stage, RestorationRecord const& by) const;
  void tell_returned(RestorationRecord const& r, Amount before);
  void after_return();
  void take_away(std::optional<Amount> amount);  // nothing given: all
  void take_drawn(Amount amount);
  void check_acceptance(RestorationRecord const& r, Amount before, Amount sum, bool contained);
  // What the finer printed of two figures that are the same has more; nothing where r says something new.
  std::optional<Amount> repeats(Line& line, RestorationRecord const& r, Amount amount, bool contained);
  bool of_unnamed_sites(Line const& line, RestorationRecord const& r, RestorationRecord const& first);
  void sum_confirms(Line const& line);
  void tell_grown(Line const& line, RestorationRecord const& r, Amount before);
  void tell_periods();
  void tell_plain();
  void tell_of_row(char const* code, RestorationRecord const& r, std::vector<std::string> args);
  void send_parts_back(std::optional<Amount> amount);
  Line::Sum largest(StageClass of) const;
  Line::Sum claimed() const;
  void state(Statement& s, Line& said, RestorationRecord const& r, bool contained);
  void add_finding(char const* code, Severity severity, std::string_view feature, std::vector<std::string> args);
  void check_disturbed(Amount within);
  void check_early(bool alone);
  void under_way(Amount claimed);
  bool check_exceeded();
  bool check_kinds();
  void check_stages();
  void tell_kinds(Amount stated, Amount drawn, Severity severity);
  void check_sent_back(bool alone);
  void check_accepted_whole(bool alone);

  SiteTally m_site;
  Findings& m_findings;
  std::map<Stage const*, Line> m_stages;
  std::map<Stage const*, Line> m_back;  // what was sent back, or disturbed again
  Line m_volume;
  Line::Sum m_drawn;                                 // claimed by polygons of all stages, of what stands at the end
  Amount m_drawn_to_redo;                            // sent back by number
  std::map<std::string_view, Statement> m_required;  // by programme
  Line m_required_said;
  Statement m_disturbed, m_most_disturbed;
  struct {  // the first row of a day that says the damage again, and what stood before
    RestorationRecord const* by = nullptr;
    std::optional<Amount> before;
  } m_restated;
  struct Early {  // accepted more than was restored by then
    std::string cited;
    std::string id;
    Date day;
    bool unrestored;  // and nothing says that it was restored
  };
  std::vector<Early> m_early;
  struct Said {  // so far, by the reports of a day, and what stood before
    RestorationRecord const* by = nullptr;
    Amount before = {};
  } m_restored_said, m_accepted_said;
  RestorationRecord const* m_none = nullptr;                 // where nothing stood
  std::map<Stage const*, RestorationRecord const*> m_level;  // the last acceptance of each stage by a figure of its own
  RestorationRecord const *m_late = nullptr, *m_late_behind = nullptr;  // a lower stage after the last acceptance
  bool m_grown_since = false;                                           // more was restored since one
  std::pair<RestorationRecord const*, RestorationRecord const*> m_levels = {};
  bool m_any_work = false, m_any_restored = false, m_restored_at_least = false;  // reported, and not sent back since
  bool m_any_sent_back = false;
  bool m_reported = false;        // restored, accepted or being worked on, by number or by polygon, at any time
  std::string_view m_told_by;     // the row of what else was said of the site
  bool m_told_by_rows = false;    // several
  Amount m_kept_accepted;         // when all of it was sent back last
  std::vector<PartBack> m_parts;  // contained claims that stand
  std::vector<PartBack> m_parts_back;
  RestorationRecord const* m_last_accepted = nullptr;
  std::vector<RestorationRecord const*> m_accepted;  // with a figure, since the last return
  struct EqualYear {                                 // told unless a running sum confirms it
    Line const* line;
    RestorationRecord const* record;
    Amount amount;
  };
  std::vector<EqualYear> m_equal_years;
  std::optional<Date> m_deadline_stated;
  std::vector<std::string> m_told_of_row;         // the last of these findings
  std::string m_sent_back_cited, m_sent_back_id;  // the last row that sent back what nobody had reported
};

}  // namespace redline
