// The figures of one site for one column, as they pass in order of day. Figures without a polygon and figures of
// polygons may speak of the same ground: they are never added to each other, the larger counts; what somebody has
// confirmed to be new is added to either. An equal figure of the same day, unless both have polygons, is the same one
// said twice (one confirmed to be new only where it is the same row, its figure written otherwise); so is one of
// another source that differs by its rounding alone (rounding.hpp): the finer printed counts. A new figure that equals
// all before it is a running sum, and adds nothing; from another source within a year the rounding is allowed, too. Not
// so where it is no more than what was sent back and not redone since: that work is new; one that equals both together
// is the sum of both, and adds the latter. Of polygons the overlay decides what is new; only the same polygon again is
// a running sum of itself. `once` leaves out what other records contain. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>

#include "engine/restoration/periods.hpp"
#include "engine/restoration/plain_sums.hpp"
#include "engine/restoration/report_sums.hpp"
#include "engine/restoration/same_figure.hpp"
#include "engine/restoration/topics.hpp"

namespace redline {

class Line {
 public:
  using Sum = States::Sum;
  Amount all() const { return std::max(stated.all, drawn.all) + confirmed.all; }
  Amount once() const { return std::max(stated.once, drawn.once) + confirmed.once; }
  Amount overlap() const { return std::min(stated.once, drawn.once); }  // of stated and drawn: counted once
  Sum& of(RestorationRecord const& r);

  // again: of a period of which another report spoke; another_year: equal to all before; grown: of plain figures of
  // reports, or files, the larger stands; beside: what other files gave
  enum class Entry { added, again, another_year, running_sum, rounded_sum, cumulative, situation, grown, beside };
  Entry enter(RestorationRecord const& r, Amount amount, bool contained, Amount deduction);
  void stand_at(Amount all, Amount once);           // one figure for all before it
  void rise_to(Sum least, std::optional<Date> on);  // that much is there, whatever was said before that day
  void take_away(Amount amount);
  void give_back(Amount amount);  // of what was taken away
  void correct(Amount more);      // a figure that counts was printed finer

  // The record of the same day that says the same, and what r, printed finer, has more (or less); else no record, and r
  // is remembered. Contained records and cumulative figures repeat nothing.
  struct Repetition {
    RestorationRecord const* first = nullptr;
    bool rounded = false;
    Amount more = {};
  };
  Repetition said_before(RestorationRecord const& r, Amount amount, bool contained);
  Amount apart_from(RestorationRecord const& r) const { return m_topics.others(r).all; }  // of other topics
  Claims const& counted() const { return m_counted; }
  struct StateDoubt {  // of a day: what is done so far is less than before, two reports differ, or speak of two
                       // subjects
    char const* code;
    RestorationRecord const* record;
    Amount before;
  };
  std::vector<StateDoubt> const& state_doubts() const { return m_state_doubts; }
  std::vector<Periods::Difference> period_differences() const { return m_periods.differences(); }
  PlainSums const& plain_sums() const { return m_plain; }
  bool before_other_reports(RestorationRecord const& r) const { return m_reports.before_others(r); }
  void programmes_apart() { m_plain.programmes_apart(); }  // each has its own figure of what is required

  Sum stated, drawn, confirmed;
  Amount not_added;
  std::optional<Date> last;

 private:
  Amount so_far(RestorationRecord const& r);  // of its kind, and what was confirmed
  void stand_for_all(RestorationRecord const& r, Amount amount, bool contained);
  void doubt_states(RestorationRecord const& r, Topic const& topic, bool goes_on);
  void stand_as_said(RestorationRecord const& r, Amount amount, bool contained);
  bool after_another_report(RestorationRecord const& r, bool contained) const;
  std::optional<Amount> told_by_reports(RestorationRecord const& r, Amount amount, bool contained) const;
  bool grown_beside(RestorationRecord const& r, Amount amount) const;
  Entry add_new(RestorationRecord const& r, Amount amount, bool contained, Amount deduction);
  struct NewFigure;
  void find_known(NewFigure& f);
  void find_rounded(NewFigure& f);
  void take_finer(RestorationRecord const& r, Amount amount);
  void find_plain(NewFigure& f);
  bool equals_year_before(NewFigure const& f) const;
  void count(NewFigure const& f);
  Entry entry_of(NewFigure const& f);
  bool another_period(RestorationRecord const& r) const;               // than that, or a running sum, before it
  bool beside_running_sum(RestorationRecord const& r, Amount amount);  // another one of the day, from another report
  bool rounds_to_all(RestorationRecord const& r, bool contained) const;
  void redo(Amount before);                                    // `before`: what stood then
  Amount known_of(RestorationRecord const& r, Amount amount);  // of a new figure: what is counted already

  Topics m_topics;
  Periods m_periods;
  ReportSums m_reports;
  PlainSums m_plain;
  std::vector<StateDoubt> m_state_doubts;
  bool m_grown = false;
  Amount m_to_redo;                            // sent back, and not reported anew since
  RestorationRecord const* m_drawn = nullptr;  // the last with a polygon
  RestorationRecord const* m_last = nullptr;
  std::optional<Date> m_day;
  Claims m_said, m_said_confirmed;  // on that day
  Claims m_counted;                 // new figures without polygon that stand
};

}  // namespace redline
