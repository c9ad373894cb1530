import type { ShownExample } from "./page.js";

/** One case of each rule out of its tests. Written by `npm run docs`; a change made here by hand is lost. */
export const EXAMPLES: Readonly<Record<string, ShownExample>> = {
  "accepted-expired": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B?,0.5,0.5
accepted:
code,student_id,record,reason,by,expires
mark-unknown,7001,0110,A mark of the old system,R. Egistrar,2025-06-19
award date: 2025-06-20`,
    says: `The entry for mark-unknown (0110) expired on 2025-06-19. It accepts nothing any more, so the violation counts again.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B?,0.5,0.5
accepted:
code,student_id,record,reason,by,expires
mark-unknown,7001,0110,A mark of the old system,R. Egistrar,2025-06-20
award date: 2025-06-20`,
  },
  "accepted-unused": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B?,0.5,0.5
accepted:
code,student_id,record,reason,by,expires
mark-unknown,7001,0120,A mark of the old system,R. Egistrar,
award date: 2025-06-20`,
    says: `The entry for mark-unknown (0120) matches no violation. The fault was mended, or the entry has a slip in it and accepts nothing.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B?,0.5,0.5
accepted:
code,student_id,record,reason,by,expires
mark-unknown,7001,0110,A mark of the old system,R. Egistrar,
award date: 2025-06-20`,
  },
  "approval-after-award": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
approvals:
student_id,pathway,role,decision,by,on
7001,next,teacher,granted,Kay,2025-06-21`,
    says: `The approval is dated 2025-06-21, after the award date 2025-06-20. It does not count yet.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
approvals:
student_id,pathway,role,decision,by,on
7001,next,teacher,granted,Kay,2025-06-20`,
  },
  "approval-malformed": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
approvals:
student_id,pathway,role,decision,by,on,until,credits
7001,next,teacher,yes,Kay,June,soon,-1
7001,,teacher,granted,Kay,2025-06-01,,
7001,next,,denied,Kay,2025-06-01,,`,
    says: `The pathway (blank) cannot be read. What was decided, when, or for how much is not known, so what hangs on the pathway waits.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
approvals:
student_id,pathway,decision
7001,next,Requested
7001,,declined`,
  },
  "approval-one-person": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
approvals:
student_id,pathway,role,decision,by,on
7001,next,teacher,granted,Kay,2025-06-01
7001,next,principal,granted,KAY,2025-06-01`,
    says: `One person granted next as principal and as teacher. Two roles are asked for so that two persons look.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
approvals:
student_id,pathway,role,decision,by,on
7001,next,teacher,granted,Kay,2025-06-01
7001,next,principal,granted,Lee,2025-06-01`,
  },
  "approval-student-unknown": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
approvals:
student_id,pathway,role,decision,by,on
9,next,teacher,granted,Kay,2025-06-01`,
    says: `No transcript has student 9. An approval without a student counts for nothing, and a refusal does not either.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
approvals:
student_id,pathway,role,decision,by,on
7001,next,teacher,granted,Kay,2025-06-01`,
  },
  "approval-unmatched": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
approvals:
student_id,pathway,role,decision,by,on,course
7001,nxt,teacher,granted,Kay,2025-06-01,
7001,next,coach,denied,Kay,2025-06-01,geo`,
    says: `The pathway next asks for no role "coach". It counts for nothing, whether it grants or denies.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
approvals:
student_id,pathway,role,decision,by,on,course
7001,next,teacher,granted,Kay,2025-06-01,alg
7001,next,parent,requested,Kay,2025-06-01,`,
  },
  "approval-unsigned": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
approvals:
student_id,pathway,role,decision
7001,next,teacher,granted`,
    says: `The approval was granted, and it does not say by whom. Who answers for the credit cannot be shown later.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
approvals:
student_id,pathway,role,decision
7001,next,teacher,denied`,
  },
  "award-date-unusual": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,F,0.5,0
7001,2024-25,T1,9,ALG2,A,1,1
students:
student_id,grade_level,class_of
7001,12,2024`,
    says: `The award date 2025-08-20 is after the end of every term of its school year. New records carry this date, and their school year and term follow from it.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,F,0.5,0
7001,2024-25,T1,9,ALG2,A,1,1
students:
student_id,grade_level,class_of
7001,12,2025`,
  },
  "course-code-generic": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,state_course_code,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,X1,02079,B,0.5,0.5`,
    says: `The state course code 02079 stands for "Geometry—Other". Credit by mastery should stand under a course title and code as exact as can be; a code without a subject is a rare last resort.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,state_course_code,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,X1,24952,B,0.5,0.5`,
  },
  "course-code-lost-zero": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,state_course_code,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,2052,B,0.5,0.5`,
    says: `The state course code 2052 is very likely 02052. A spreadsheet drops the 0 that codes of the first nine subjects begin with.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,state_course_code,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,99,B,0.5,0.5`,
  },
  "course-code-malformed": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,state_course_code,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,2052A,B,0.5,0.5`,
    says: `The state course code "2052A" is not five digits. The state reads five digits, and nothing else can be looked up.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,state_course_code,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,2052,B,0.5,0.5`,
  },
  "course-code-mismatch": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,state_course_code,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,02072,B,0.5,0.5`,
    says: `The state course code is 02072; the policy gives 02052 for Algebra. The row and the policy do not mean the same course, or one of the codes is out of date.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,state_course_code,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,,B,0.5,0.5
7001,2023-24,T1,9,SPA,06101,B,0.5,0.5`,
  },
  "course-code-unknown": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,state_course_code,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,99998,B,0.5,0.5`,
    says: `The state course code 99998 is not in the federal list. The list is the federal one that the state’s is built on, so the code may be the state’s own, or mistyped.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,state_course_code,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,06101,B,0.5,0.5`,
  },
  "course-id-near-miss": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,110,B,0.5,0.5
7001,2023-24,T1,9,geo,B,0.5,0.5`,
    says: `The course code "110" differs from a code of Algebra only by case, leading zeros, quotes or characters that nobody sees. It is very likely that course, and not surely so; what hangs on the course waits.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B,0.5,0.5
7001,2023-24,T1,9,0111,B,0.5,0.5`,
  },
  "course-id-unreadable": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,,B,0.5,0.5
7001,2023-24,T1,9,1.00E+05,B,0.5,0.5`,
    says: `The course code (blank) names no course. It could be any course, so all credit that this student could be given waits.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,1E05,B,0.5,0.5`,
  },
  "credit-earned-over-attempted": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B,0.5,0.501`,
    says: `Credit earned 0.501 is more than credit attempted 0.5. One of the two is wrong, and which cannot be told.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B,0.5,0.500`,
  },
  "credit-malformed": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted
7001,2023-24,T1,9,0110,B,half`,
    says: `In credits_attempted, the credit "half" is not a number that can be read. How much was attempted or earned is not known.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark
7001,2023-24,T1,9,0110,W`,
  },
  "credit-negative": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B,0.5,-0.5`,
    says: `In credits_earned, the credit -0.5 is below 0. No course gives less than nothing, so what was meant is not known.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B,0.5,-0`,
  },
  "credit-too-precise": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B,0.5,0.3333`,
    says: `In credits_earned, the credit 0.3333 has more than three decimals. Credits are counted in thousandths and never rounded.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B,0.5,0.5000`,
  },
  "credit-with-failing-mark": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,F,0.5,0.5
7001,2023-24,T1,9,0110,I,0.5,0.5
7001,2023-24,T1,9,0110,W,0.5,0.5`,
    says: `Credit earned 0.5 on mark F. The mark earns no credit, so one of the two is wrong.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,F,0.5,0`,
  },
  "date-after-award": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,date_completed
7001,2023-24,T1,9,0110,B,0.5,0.5,6/21/2025`,
    says: `The course is dated 2025-06-21, after the award date 2025-06-20. What lies ahead cannot be known yet: either the row or the award date is wrong.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,date_completed
7001,2023-24,T1,9,0110,B,0.5,0.5,6/20/2025`,
  },
  "date-malformed": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,date_completed
7001,2023-24,T1,9,0110,B,0.5,0.5,2024-02-30`,
    says: `The date of completion "2024-02-30" is not a date that can be read. When the course ended cannot be told.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B,0.5,0.5`,
  },
  "designation-conflict": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,9,0110,B,0.5,0.5,LN`,
    says: `L with N cannot stand on one record. Credit by a competency test is no credit by a course of that kind, so one of the letters is wrong.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,9,0110,B,0.5,0.5,BNZ`,
  },
  "designation-conflict-unconfirmed": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,9,0110,B,0.5,0.5,AZ`,
    says: `A with Z may not be allowed on one record. The state keeps a list of what Z cannot stand with, which could not be read; by analogy with the other letters this pair is unlikely.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,9,0110,B,0.5,0.5,BZ`,
  },
  "designation-unknown": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,9,0110,B,0.5,0.5,BQ`,
    says: `The table of designations does not hold "Q". What it stands for is not known here, and whether it may stand with the others cannot be checked.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,9,0110,B,0.5,0.5,b; z`,
  },
  "double-credit": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations,date_completed
7001,2023-24,T1,9,0110,B,0.5,0.5,,
7001,2024-25,T2,9,0110,P,0.5,0.5,Z,2025-06-01`,
    says: `With this mastery record the credit earned in Algebra a comes to 1, and it is worth 0.5. Beside it stands 0110 2023-24 T1 B. Credit by mastery is never given for what the student already has credit for.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,9,0110,F,0.5,0,
7001,2024-25,T2,9,0110,P,0.5,0.5,Z`,
  },
  "duplicate-record": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B,0.5,0.5
7001,2023-24,T1,9,0110,B,0.5,0.5
7001,2023-24,T1,9,0110,B,0.5,0.5`,
    says: `This record of 0110 2023-24 T1 B is equal in every field to that on line 2. Every field is equal, so it was very likely exported twice. The decision counts both until one is removed: credit looks earned twice.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B,0.5,0.5
7001,2022-23,T1,9,0110,B,0.5,0.5`,
  },
  "excel-digits-lost": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
6222000000000000000,2023-24,T1,9,0110,B,0.5,0.5`,
    says: `The student id 6222000000000000000 has only zeros after its fifteenth digit. A spreadsheet keeps fifteen digits and writes zeros for the rest, and then two students can get one id.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
6222000000000000001,2023-24,T1,9,0110,B,0.5,0.5`,
  },
  "excel-fault-value": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,course_title
7001,2023-24,T1,9,0110,B,0.5,0.5,#N/A`,
    says: `"#N/A" in place of a value (course_title) is what a spreadsheet writes where it could not work one out. What stood there is lost, so the row counts for nothing until it is back.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,course_title
#REF!,2023-24,T1,9,0110,B,0.5,0.5,Sharp # 1`,
  },
  "excel-number-for-code": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,1.10E+05,B,0.5,0.5`,
    says: `"1.10E+05" in course_id is a number as a spreadsheet shortens it, no code. The digits that are gone cannot be worked out, so the row counts for nothing until the code is back.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
1.23E+09,2023-24,T1,9,0110,1E5,0.5,0.5`,
  },
  "excel-serial-date": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,date_completed
7001,2023-24,T1,9,0110,B,0.5,0.5,45828`,
    says: `"45828" in date_completed is a spreadsheet's number for 2025-06-20 (for 2029-06-21, where it counts from 1904). Spreadsheets count days from 1900 or from 1904, and the number does not say which, so the day is four years in doubt.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,date_completed
7001,2023-24,T1,9,0110,B,0.5,0.5,19724`,
  },
  "excel-truth-value": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,9,0110,B,0.5,0.5,FALSE`,
    says: `"FALSE" is no value of designations. A spreadsheet or a formula has replaced what stood there, so the row counts for nothing until it is back.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,cte
7001,2023-24,T1,9,0110,B,0.5,0.5,TRUE`,
  },
  "excel-turned-to-date": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,Nov-10,T1,9,0110,B,0.5,0.5`,
    says: `"Nov-10" in school_year is very likely what a spreadsheet made of 2010-11. Several texts give the same date, and it is not put back by guessing, so the row counts for nothing until it is corrected.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,course_title
7001,2023-24,T1,9,0110,B,0.5,0.5,May-24`,
  },
  "file-empty": {
    fires: `file bytes: 0
file rows: 0`,
    says: `There is nothing in this file. An export that was cut off looks like this, and what is missing from it would be taken for never earned.`,
    silent: `a sound file`,
  },
  "file-encoding-mixed": {
    fires: `file notText: {"offset":12,"why":"mixed"}`,
    says: `Part of this file is written in one encoding and part in another; they change at byte 12, counted from 0. Letters may read differently from what was meant, and a name or code with them.`,
    silent: `file notText: {"offset":12,"why":"nul"}`,
  },
  "file-given-twice": {
    fires: `a sound file
file name: "again.csv"`,
    says: `again.csv holds the very same bytes as transcript.csv. Every row in it would count twice: credit would look earned twice over, and the same learning tried more often than it was.`,
    silent: `a sound file
file name: "again.csv"
file sha256: "b"`,
  },
  "file-no-rows": {
    fires: `file rows: 0`,
    says: `This file has a header row and nothing below it. An export that found no students looks like this, and what is missing from it is taken for never earned.`,
    silent: `file rows: 0
file broken: [{"kind":"transcript","file":"transcript.csv","line":9,"fault":"wrong-width","found":3,"expected":13,"studentId":"7001","count":1}]`,
  },
  "file-not-text": {
    fires: `file notText: {"offset":12,"why":"spreadsheet"}`,
    says: `This is no text file: it is a spreadsheet (byte 12, counted from 0). Nothing in it can be read with certainty.`,
    silent: `file notText: {"offset":12,"why":"mixed"}`,
  },
  "file-truncated": {
    fires: `file truncatedAt: 88`,
    says: `The record that begins on line 88 never ends. The export was cut off, so earned credit may be missing and too much would be proposed.`,
    silent: `a sound file`,
  },
  "grade-level-malformed": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,14,0110,B,0.5,0.5`,
    says: `The grade level "14" cannot be read. Some policies count attempts only in certain grades, and this one cannot be placed.`,
    silent: `transcript:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,0110,B,0.5,0.5`,
  },
  "header-ambiguous-column": {
    fires: `file header: {"found":["mark"],"line":3,"missing":[],"duplicated":[],"ambiguous":[{"field":"mark","columns":["Mark","Grade"]}]}`,
    says: `These columns could all be "mark": Mark, Grade. Nobody can tell which of them is meant.`,
    silent: `file header: {"found":["mark"],"line":3,"missing":[],"duplicated":[],"ambiguous":[]}`,
  },
  "header-duplicate-column": {
    fires: `file header: {"found":["mark"],"line":3,"missing":[],"duplicated":["Term"],"ambiguous":[]}`,
    says: `The column "Term" is there more than once. Nobody can tell which of the two holds the right value.`,
    silent: `file header: {"found":["mark"],"line":3,"missing":[],"duplicated":[],"ambiguous":[]}`,
  },
  "header-missing-column": {
    fires: `file header: {"found":["mark"],"line":3,"missing":[{"field":"mark","nearest":["Marks"]}],"duplicated":[],"ambiguous":[]}`,
    says: `There is no column "mark". The nearest found: Marks. The columns found are: mark. Without it no row can be read.`,
    silent: `file header: {"found":["mark"],"line":3,"missing":[],"duplicated":[],"ambiguous":[]}`,
  },
  "hold-blocks-ready": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,F,0.5,0
7001,2024-25,T1,9,ALG2,A,1,1
scores:
student_id,test,date,level,score
7001,MATH,2025-05-01,3,700`,
    says: `The proposal by next is held (missing: teacher, principal). test would have been ready with 0.5 of alg a. The earlier pathway comes first and waits for what is missing, while a later one would need nothing more.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,F,0.5,0
7001,2024-25,T1,9,ALG2,A,1,1`,
  },
  "incomplete-resolved": {
    fires: `before:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,I,0.5,0,
7001,2023-24,T1,GEO,B,0.5,0.5,
after:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,C,0.5,0.5,
7001,2023-24,T1,GEO,B,0.5,0.5,`,
    says: `The entry 0110 2022-23 T1 I has the mark C now. That is how such an entry ends; it is no change of the past.`,
    silent: `before:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,I,0.5,0,
7001,2023-24,T1,GEO,B,0.5,0.5,
after:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2021-22,T1,0110,C,0.5,0.5,
7001,2023-24,T1,GEO,B,0.5,0.5,`,
  },
  "mark-unknown": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,b,0.5,0.5`,
    says: `The mark "b" is not in the marks of the policy. Whether it earns credit is never guessed.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,A,0.5,0.5`,
  },
  "mastery-attempt-missing": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2024-25,T2,9,0110,P,0.5,0.5,Z
scores:
student_id,test,date,level
7001,MATH,2024-05-01,3`,
    says: `The pathways to Algebra recover lost credit, and no failed attempt stands on the transcript before this record. A record by mastery is added beside the failed one; if the failed one was replaced, the student's history is no longer true.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,9,0110,F,0.5,0,
7001,2024-25,T2,9,0110,P,0.5,0.5,Z
scores:
student_id,test,date,level
7001,MATH,2024-05-01,3`,
  },
  "mastery-before-policy": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2018-19,T1,9,0110,B,0.5,0.5,Z`,
    says: `This record of 2018-12-15 is older than the first pathway to Algebra, which is in effect from 2020-09-01. Credit by mastery can be given only by a written policy that was adopted and in effect.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2020-21,T1,9,0110,B,0.5,0.5,Z`,
  },
  "mastery-course-not-in-policy": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,9,ALG2,B,0.5,0.5,Z`,
    says: `No pathway gives credit in Algebra 2. The written policy must name the courses in which credit by mastery can be earned.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,ALG2,B,0.5,0.5`,
  },
  "mastery-credit-too-much": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,9,0110,F,0.5,0,
7001,2024-25,T2,9,0110,P,1,1,Z
scores:
student_id,test,date,level
7001,MATH,2024-05-01,3`,
    says: `The record has 1 of Algebra; at most 0.5 would have been given (test gives 0.5; next: Algebra 2 with C or better: no such course on the transcript). A pathway gives what was lost or is open, up to its ceiling and no further.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,9,0110,F,0.5,0,
7001,2024-25,T2,9,0110,P,0.5,0.5,Z
scores:
student_id,test,date,level
7001,MATH,2024-05-01,3`,
  },
  "mastery-cte": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,9,0110,B,0.5,0.5,Z
policy:
courses[alg].cte: true`,
    says: `Algebra is a CTE course. Requirements of career and technical education programs generally rule out credit by mastery.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B,0.5,0.5
policy:
courses[alg].cte: true`,
  },
  "mastery-evidence-withdrawn": {
    fires: `The earlier run
transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,F,0.5,0
scores:
student_id,test,date,level
7001,MATH,2024-05-01,3
This run
transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,9,0110,F,0.5,0,
7001,2024-25,T2,9,0110-M,P,0.5,0.5,Z
scores:
student_id,test,date,level
7001,MATH,2024-05-01,2`,
    says: `Credit in Algebra was given on MATH 2024-05-01 level 3, which is MATH 2024-05-01 level 2 now. Credit was given on a result that earlier files held and these files no longer do.`,
    silent: `The earlier run
transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,F,0.5,0
scores:
student_id,test,date,level
7001,MATH,2024-05-01,3
This run
transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,9,0110,F,0.5,0,
7001,2024-25,T2,9,0110-M,P,0.5,0.5,Z
scores:
student_id,test,date,level
7001,MATH,2024-05-01,3`,
  },
  "mastery-floor-missed": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,SPA,B,1,0.5
scores:
student_id,test,date,level
7001,LANG,2025-05-01,high
students:
student_id,programs
7001,dual;detention center
policy:
tests[LANG].language: "Spanish"`,
    says: `Language is passed, and 0.5 credit by mastery is on file or proposed for it. Students in or released from institutional education who meet the standard on these tests are to receive at least one credit.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,level
7001,LANG,2025-05-01,high
students:
student_id,programs
7001,dual;detention center
policy:
tests[LANG].language: "Spanish"`,
  },
  "mastery-generic-title": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations,course_title
7001,2023-24,T1,9,0110,B,0.5,0.5,Z,Math Credit Recovery`,
    says: `The title "Math Credit Recovery" names no course. Titles of records by mastery should be as exact as can be, so that whoever reads the transcript knows what was learned.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations,course_title
7001,2023-24,T1,9,0110,B,0.5,0.5,Z,Algebra (credit recovery)`,
  },
  "mastery-mark-not-allowed": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,9,0110,F,0.5,0,
7001,2024-25,T2,9,0110,A,0.5,0.5,Z
scores:
student_id,test,date,level
7001,MATH,2024-05-01,3`,
    says: `The mark "A" is not one that a pathway to Algebra would have given. What could have been given: P. The policy says which grade each opportunity earns; no other may stand on its record.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,9,0110,F,0.5,0,
7001,2024-25,T2,9,0110,P,0.5,0.5,Z
scores:
student_id,test,date,level
7001,MATH,2024-05-01,3`,
  },
  "mastery-pass-on-cadr": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,9,0110,P,0.5,0.5,Z
policy:
courses[alg].cadr: true`,
    says: `The mark P stands on Algebra, a college-distribution course. Colleges may treat a pass differently, so that a letter may serve the student better.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,9,0110,B,0.5,0.5,Z
policy:
courses[alg].cadr: true`,
  },
  "mastery-without-evidence": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,9,0110,F,0.5,0,
7001,2024-25,T2,9,0110,P,0.5,0.5,Z
scores:
student_id,test,date,level
7001,MATH,2024-05-01,1`,
    says: `0.5 of Algebra by mastery is not borne out: next: Algebra 2 with C or better: no such course on the transcript; test: Mathematics at level 3 or higher: no result reaches it. No pathway in effect on its day would have given this credit on what is on file up to then.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,9,0110,F,0.5,0,
7001,2024-25,T2,9,0110,P,0.5,0.5,Z
scores:
student_id,test,date,level
7001,MATH,2024-05-01,3`,
  },
  "passing-mark-without-credit": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B,0.5,0`,
    says: `Mark B with 0.5 attempted, and 0 earned. A mark that passes loses no credit unless a pathway lists it, so the student may be short of credit that was earned.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B,0,0
7001,2023-24,T1,9,0110,F,0.5,0`,
  },
  "past-entry-added": {
    fires: `before:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,GEO,B,0.5,0.5,
after:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,GEO,B,0.5,0.5,
7001,2022-23,T1,SPA,A,1,1,`,
    says: `The entry SPA 2022-23 T1 A is of an earlier school year, and it was not there before. It may be a transfer record or a late entry; somebody should know why it was added to the past.`,
    silent: `before:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,GEO,B,0.5,0.5,
after:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,GEO,B,0.5,0.5,
7001,2023-24,T2,SPA,A,1,1,`,
  },
  "past-entry-changed": {
    fires: `before:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,F,0.5,0,
7001,2023-24,T1,GEO,B,0.5,0.5,
after:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,F,0.5,0,
7001,2023-24,T1,GEO,A,0.5,0.5,`,
    says: `The past entry GEO 2023-24 T1 B is not as it was: mark was "B", is "A". Credit by mastery adds a new entry; an entry of the past is never changed for it.`,
    silent: `before:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,F,0.5,0,
7001,2023-24,T1,GEO,B,0.5,0.5,
after:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,F,0.5,0,
7001,2024,T1,GEO,B,0.50,0.500,`,
  },
  "past-entry-fail-to-pass": {
    fires: `before:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,F,0.5,0,
7001,2023-24,T1,GEO,B,0.5,0.5,
after:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2024-25,T2,0110,P,0.5,0.5,Z
7001,2023-24,T1,GEO,B,0.5,0.5,`,
    says: `The failing entry 0110 2022-23 T1 F gave way to a passing one: school_year was "2022-23", is "2024-25"; term was "T1", is "T2"; mark was "F", is "P"; credits_earned was "0", is "0.5"; designations was blank, is "Z". The failing grade stays on the transcript, and the credit by mastery is a new entry beside it; here one took the other's place.`,
    silent: `before:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,F,0.5,0,
7001,2023-24,T1,GEO,B,0.5,0.5,
after:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,F,0.5,0,
7001,2023-24,T1,GEO,B,0.5,0.5,
7001,2024-25,T2,0110,P,0.5,0.5,Z`,
  },
  "past-entry-removed": {
    fires: `before:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,F,0.5,0,
7001,2023-24,T1,GEO,B,0.5,0.5,
after:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,GEO,B,0.5,0.5,
with --allow-shrink`,
    says: `The past entry 0110 2022-23 T1 F is gone. Nothing on a transcript is taken away when credit is added.`,
    silent: `before:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,F,0.5,0,
7001,2023-24,T1,GEO,B,0.5,0.5,
after:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2023-24,T1,GEO,B,0.5,0.5,
7001,2022-23,T1,0110,F,0.5,0,`,
  },
  "policy-approval-before-none": {
    fires: `{"id":"extra","policy":"2409P","title":"One more","method":"other","clause":"2409P section 5","strength":"will","attempt":{"is":"irrelevant"},"evidence":{"approval":"panel"},"award":{"courses":["integrated-1"],"take":"open"},"grade":{"mark":"A"},"record":{"designations":["Z"]},"approvalBefore":"evidence"},
    {
      "id": "language"`,
    says: `pathway "extra": "approvalBefore" stands without "approvals": no role has to agree.`,
    silent: `{
      "id": "language"`,
  },
  "policy-attempt-mark-ignored": {
    fires: `["F", "I", "W"]`,
    says: `pathway "state-math": the mark "W" stands under "ignored", so that a row with it is no attempt.`,
    silent: `["F", "I"]`,
  },
  "policy-bar-on-evidence": {
    fires: `"creditIn": ["algebra-2"]`,
    says: `pathway "next-algebra": "algebra-2" bars the pathway and is its evidence.`,
    silent: `"creditIn": ["geometry"]`,
  },
  "policy-code-in-two-courses": {
    fires: `"courseIds": ["INT1", "ALG1A"]`,
    says: `course "integrated-1": the code "ALG1A" belongs to "algebra-1" and to "integrated-1".`,
    silent: `"courseIds": ["INT1"]`,
  },
  "policy-code-in-two-parts": {
    fires: `"courseIds": ["ALG1B", "ALG1A"], "credits"`,
    says: `course "algebra-1", part "B": the code "ALG1A" stands for the parts "A" and "B", and no terms tell them apart.`,
    silent: `"courseIds": ["ALG1B"], "credits"`,
  },
  "policy-code-made-taken": {
    fires: `"courseIds": ["INT1", "GEOZ"]`,
    says: `pathway "state-math": the template "{courseId}Z" makes the code "GEOZ", which classes of "integrated-1" carry.`,
    silent: `"courseIds": ["INT1"]`,
  },
  "policy-code-made-twice": {
    fires: `"courseId": "MASTERY"`,
    says: `pathway "state-math": the template "MASTERY" makes the code "MASTERY" of "ALG1A" as of "ALG1B".`,
    silent: `"courseId": "{courseId}Z"`,
  },
  "policy-code-nearly-alike": {
    fires: `"courseIds": ["INT1", "alg2"]`,
    says: `course "integrated-1": the code "alg2" differs from "ALG2" of "algebra-2" only by capital letters or leading zeros.`,
    silent: `"courseIds": ["INT1"]`,
  },
  "policy-course-code-generic": {
    fires: `"stateCourseCode": "02999"`,
    says: `course "integrated-1": the state course code 02999 stands for "Mathematics—Other".`,
    silent: `"stateCourseCode": "02062"`,
  },
  "policy-course-unknown": {
    fires: `"courses": ["algebra-9"], "take"`,
    says: `pathway "next-algebra": no course has the id "algebra-9". Did you mean "algebra-1"?`,
    silent: `"courses": ["algebra-1"], "take"`,
  },
  "policy-course-unreached": {
    fires: `"credits": 1.0, "courseIds": ["SPA1"],
    },
    {"title":"One more","subject":"math","credits":1,"id":"statistics","courseIds":["STAT"]},`,
    says: `course "statistics": no pathway gives credit in this course, and none uses it as evidence or as a bar.`,
    silent: `"credits": 1.0, "courseIds": ["SPA1"],
    },`,
  },
  "policy-cte-admitted": {
    fires: `"credits": 1.0, "cte": true, "courseIds": ["INT1"]
...
{"id":"extra","policy":"2409P","title":"One more","method":"other","clause":"2409P section 5","strength":"will","attempt":{"is":"irrelevant"},"evidence":{"approval":"panel"},"award":{"courses":["integrated-1"],"take":"open"},"grade":{"mark":"A"},"record":{"designations":["Z"]},"allowCte":true},
    {
      "id": "language"`,
    says: `pathway "extra": CTE courses are admitted: "integrated-1".`,
    silent: `"credits": 1.0, "courseIds": ["INT1"]
...
{
      "id": "language"`,
  },
  "policy-cte-target": {
    fires: `"credits": 1.0, "cte": true, "courseIds": ["INT1"]
...
{"id":"extra","policy":"2409P","title":"One more","method":"other","clause":"2409P section 5","strength":"will","attempt":{"is":"irrelevant"},"evidence":{"approval":"panel"},"award":{"courses":["integrated-1"],"take":"open"},"grade":{"mark":"A"},"record":{"designations":["Z"]}},
    {
      "id": "language"`,
    says: `pathway "extra": "integrated-1" is a CTE course, and without "allowCte" it is always refused.`,
    silent: `"credits": 1.0, "courseIds": ["INT1"]
...
{
      "id": "language"`,
  },
  "policy-cuts-not-rising": {
    fires: `"3": 2400`,
    says: `test "STATE-MATH": level "3" begins at 2400, which is not above the 2500 at which "2" begins.`,
    silent: `"3": 2600`,
  },
  "policy-dates-reversed": {
    fires: `"effectiveTo": "2023-08-31"`,
    says: `document "2409P": the period begins on 2023-09-01 and ends on 2023-08-31.`,
    silent: `"effectiveTo": null`,
  },
  "policy-designation-conflict": {
    fires: `["N", "A"]`,
    says: `pathway "language": A with N cannot stand on one record.`,
    silent: `["N"]`,
  },
  "policy-designation-conflict-unconfirmed": {
    fires: `["A", "Z"], "courseId"`,
    says: `pathway "state-math": A with Z may not be allowed on one record.`,
    silent: `["Z"], "courseId"`,
  },
  "policy-designation-none": {
    fires: `"designations": ["B"]`,
    says: `pathway "language": the designations hold only B, which marks no mastery credit.`,
    silent: `"designations": ["N"]`,
  },
  "policy-designations-not-stated": {
    fires: `(nothing)`,
    says: `pathway "language": "designations" is not stated, so that the records carry Z.`,
    silent: `"record": { "designations": ["N"] },`,
  },
  "policy-document-missing": {
    fires: `"url": "https://example.org/2409P",
    },
    { "number": "2409Q" },
...
"title": "Language`,
    says: `pathway "language": "policy" is missing, and the file has 2 documents.`,
    silent: `"url": "https://example.org/2409P",
    },
...
"policy": "2409P", "title": "Language`,
  },
  "policy-document-unknown": {
    fires: `"policy": "2409", "title": "Language`,
    says: `pathway "language": no document has the number "2409". Did you mean "2409P"?`,
    silent: `"policy": "2409P", "title": "Language`,
  },
  "policy-equivalency-not-preapproved": {
    fires: `{"id":"extra","policy":"2409P","title":"One more","method":"equivalency","clause":"2409P section 5","strength":"will","attempt":{"is":"irrelevant"},"evidence":{"approval":"panel"},"award":{"courses":["integrated-1"],"take":"open"},"grade":{"mark":"A"},"record":{"designations":["Z"]}},
    {
      "id": "language"`,
    says: `pathway "extra": "approvalBefore" is missing: nothing asks that the learning was approved before it began.`,
    silent: `{
      "id": "language"`,
  },
  "policy-grade-table-short": {
    fires: `{"id":"extra","policy":"2409P","title":"One more","method":"other","clause":"2409P section 5","strength":"will","attempt":{"is":"irrelevant"},"evidence":{"test":"STATE-MATH","min":{"level":"3"}},"award":{"courses":["integrated-1"],"take":"open"},"grade":{"byLevel":{"4":"A"}},"record":{"designations":["Z"]}},
    {
      "id": "language"`,
    says: `pathway "extra": the evidence holds at level "3" of "STATE-MATH", and the grade has no mark for it.`,
    silent: `{
      "id": "language"`,
  },
  "policy-grade-without-course": {
    fires: `{"id":"extra","policy":"2409P","title":"One more","method":"other","clause":"2409P section 5","strength":"will","attempt":{"is":"irrelevant"},"evidence":{"any":[{"course":"algebra-2","minMark":"C"},{"test":"STATE-MATH","min":{"level":"3"}}]},"award":{"courses":["integrated-1"],"take":"open"},"grade":{"from":"evidence"},"record":{"designations":["Z"]}},
    {
      "id": "language"`,
    says: `pathway "extra": the mark comes from the evidence, and the evidence can hold without a course.`,
    silent: `{
      "id": "language"`,
  },
  "policy-id-doubled": {
    fires: `"id": "spanish-1", "title"
...
["algebra-2"]
...
"algebra-2"`,
    says: `course "spanish-1": the course id "spanish-1" is there twice.`,
    silent: `"id": "geometry", "title"
...
["geometry"]
...
{ "course": "geometry", "parts": ["A"] }`,
  },
  "policy-institution-gets-less": {
    fires: `"upTo": 0.5, "netOf`,
    says: `pathway "language": students in an institution get up to 0.5 for the test "LANG", and are due 1 at least.`,
    silent: `"upTo": 1.0, "netOf`,
  },
  "policy-institution-left-out": {
    fires: `"clause": "2409P section 4", "who": { "programs": { "none": ["institution"] } },`,
    says: `pathway "language": the program "institution" is left out, and no other pathway opens the test "LANG" to it.`,
    silent: `"clause": "2409P section 4",`,
  },
  "policy-institution-no-elective": {
    fires: `{"id":"extra","policy":"2409P","title":"One more","method":"other","clause":"2409P section 5","strength":"will","attempt":{"is":"irrelevant"},"evidence":{"test":"LANG","min":{"level":"mid"},"parts":{"required":["reading"],"rule":"lowest"}},"award":{"courses":["integrated-1"],"take":"open","netOfClassCredit":false,"upTo":1},"grade":{"mark":"A"},"record":{"designations":["Z"]},"who":{"programs":{"any":["institution"]}}},
    {
      "id": "language"`,
    says: `pathway "extra": no elective is among its courses, so that a student whose courses are full gets nothing for "LANG".`,
    silent: `{
      "id": "language"`,
  },
  "policy-language-credit-differs": {
    fires: `"ordered": ["Novice Mid", "Novice High"]
...
"min": { "level": "Novice High" }`,
    says: `pathway "language": level "Novice High" gives up to 1, and the table lists 2 (second-hand: the state’s own table could not be read).`,
    silent: `"ordered": ["low", "mid", "high"]
...
"min": { "level": "mid" }`,
  },
  "policy-level-unknown": {
    fires: `"min": { "level": "7" }`,
    says: `pathway "state-math", tier 2: test "STATE-MATH" has no level "7".`,
    silent: `"min": { "level": "3" }`,
  },
  "policy-local-test-without-l": {
    fires: `{"id":"extra","policy":"2409P","title":"One more","method":"local-test","clause":"2409P section 5","strength":"will","attempt":{"is":"irrelevant"},"evidence":{"approval":"panel"},"award":{"courses":["integrated-1"],"take":"open"},"grade":{"mark":"A"},"record":{"designations":["Z"]}},
    {
      "id": "language"`,
    says: `pathway "extra": records of a local test carry Z and not L.`,
    silent: `{
      "id": "language"`,
  },
  "policy-loss-made-up": {
    fires: `{"id":"extra","policy":"2409P","title":"One more","method":"other","clause":"2409P section 5","strength":"will","attempt":{"is":"required"},"award":{"courses":["integrated-1"],"take":"open","netOfClassCredit":false},"grade":{"mark":"A"},"record":{"designations":["Z"]},"tiers":[{"evidence":{"test":"STATE-MATH","min":{"level":"2"}},"upTo":0.5},{"evidence":{"test":"STATE-MATH","min":{"level":"3"}},"upTo":1}]},
    {
      "id": "language"`,
    says: `pathway "extra": "take" is "open" and an attempt is required: once the loss is made up, no higher of the 2 tiers gives anything more.`,
    silent: `{
      "id": "language"`,
  },
  "policy-mark-doubled": {
    fires: `"ranked": ["A", "B", "C", "D", "B"]`,
    says: `marks: the mark "B" stands twice under "ranked".`,
    silent: `"ranked": ["A", "B", "C", "D"]`,
  },
  "policy-mark-earns-nothing": {
    fires: `{"id":"extra","policy":"2409P","title":"One more","method":"other","clause":"2409P section 5","strength":"will","attempt":{"is":"irrelevant"},"evidence":{"approval":"panel"},"award":{"courses":["integrated-1"],"take":"open"},"grade":{"mark":"NC"},"record":{"designations":["Z"]}},
    {
      "id": "language"`,
    says: `pathway "extra": the mark "NC" stands under "noCredit" and earns no credit.`,
    silent: `{
      "id": "language"`,
  },
  "policy-mark-not-ranked": {
    fires: `"minMark": "P"`,
    says: `pathway "next-algebra": the minimum mark "P" stands under "credit", and only ranked marks can be compared.`,
    silent: `"minMark": "C"`,
  },
  "policy-mark-unknown": {
    fires: `"minMark": "c"`,
    says: `pathway "next-algebra": "marks" does not hold "c". Did you mean "C"?`,
    silent: `"minMark": "C"`,
  },
  "policy-may-without-approval": {
    fires: `{"id":"extra","policy":"2409P","title":"One more","method":"other","clause":"2409P section 5","strength":"may","attempt":{"is":"irrelevant"},"evidence":{"test":"STATE-MATH","min":{"level":"3"}},"award":{"courses":["integrated-1"],"take":"open"},"grade":{"mark":"A"},"record":{"designations":["Z"]}},
    {
      "id": "language"`,
    says: `pathway "extra": the policy says "may", and no approval or request stands before the import.`,
    silent: `{
      "id": "language"`,
  },
  "policy-national-test-without-n": {
    fires: `["B", "Z"]`,
    says: `pathway "language": records of a national test carry B, Z and not N.`,
    silent: `["N"]`,
  },
  "policy-net-not-said": {
    fires: `(nothing)`,
    says: `pathway "language": "netOfClassCredit" is missing: "take" is "open" and "upTo" stands beside it.`,
    silent: `, "netOfClassCredit": true`,
  },
  "policy-net-not-used": {
    fires: `"take": "open",`,
    says: `pathway "language": "netOfClassCredit" has no meaning here, since there is no "upTo".`,
    silent: `"take": "open", "upTo": 1.0,`,
  },
  "policy-no-document": {
    fires: `(nothing)
...
"title": "Algebra 2
...
"title": "State test
...
"title": "Language`,
    says: `"policies" is empty: no adopted document is named.`,
    silent: `{
      "number": "2409P",
      "title": "Credit by mastery",
      "subjects": ["math", "world-language"],
      "adopted": "2023-05-16",
      "effectiveFrom": "2023-09-01",
      "effectiveTo": null,
      "url": "https://example.org/2409P",
    },
...
"policy": "2409P", "title": "Algebra 2
...
"policy": "2409P", "title": "State test
...
"policy": "2409P", "title": "Language`,
  },
  "policy-no-equity": {
    fires: `(nothing)`,
    says: `The policy has no equity provision.`,
    silent: `"equity": { "provision": "Access is offered to all.", "reviewEveryMonths": 24, "lastReviewed": "2025-05-01" },`,
  },
  "policy-no-longer-in-effect": {
    fires: `"effectiveTo": "2025-06-19"`,
    says: `document "2409P": in effect until 2025-06-19, and the award date is 2025-06-20.`,
    silent: `"effectiveTo": null`,
  },
  "policy-not-yet-in-effect": {
    fires: `"effectiveFrom": "2025-06-21"`,
    says: `document "2409P": in effect only from 2025-06-21, and the award date is 2025-06-20.`,
    silent: `"effectiveFrom": "2023-09-01"`,
  },
  "policy-part-unknown": {
    fires: `"geometry", "parts": ["A", "Z"]`,
    says: `pathway "state-math", course 2: course "geometry" has no part "Z".`,
    silent: `"geometry", "parts": ["A"]`,
  },
  "policy-parts-not-whole": {
    fires: `{ "id": "A", "terms": ["S1"], "credits": 0.499 }`,
    says: `course "geometry": the course has 1 credit, and its parts together 0.999.`,
    silent: `{ "id": "A", "terms": ["S1"], "credits": 0.5 }`,
  },
  "policy-pass-on-cadr": {
    fires: `"cadr": true`,
    says: `pathway "next-algebra": the mark "P" is given in college-distribution courses: "algebra-1".`,
    silent: `"cadr": false`,
  },
  "policy-pathway-shadowed": {
    fires: `{"id":"extra","policy":"2409P","title":"One more","method":"other","clause":"2409P section 5","strength":"will","attempt":{"is":"irrelevant"},"evidence":{"approval":"panel"},"award":{"courses":["integrated-1"],"take":"open"},"grade":{"mark":"A"},"record":{"designations":["Z"]}},
    {"id":"extra-2","policy":"2409P","title":"One more","method":"other","clause":"2409P section 5","strength":"will","attempt":{"is":"irrelevant"},"evidence":{"approval":"panel"},"award":{"courses":["integrated-1"],"take":"open"},"grade":{"mark":"A"},"record":{"designations":["Z"]}},
    {
      "id": "language"`,
    says: `pathway "extra-2": pathway "extra" stands before it and gives the same on the same or weaker evidence.`,
    silent: `{
      "id": "language"`,
  },
  "policy-pathway-unknown": {
    fires: `"pathways": ["nothing"]`,
    says: `cap "state-year": no pathway has the id "nothing".`,
    silent: `"pathways": ["state-math"]`,
  },
  "policy-points-missing": {
    fires: `{"id":"extra","policy":"2409P","title":"One more","method":"other","clause":"2409P section 5","strength":"will","attempt":{"is":"irrelevant"},"evidence":{"course":"algebra-1","parts":{"required":["A"],"rule":"average"},"minPoints":2},"award":{"courses":["integrated-1"],"take":"open"},"grade":{"mark":"A"},"record":{"designations":["Z"]}},
    {
      "id": "language"`,
    says: `pathway "extra": "marks" has no "points", by which an average could be told.`,
    silent: `{
      "id": "language"`,
  },
  "policy-progression-missing": {
    fires: `(nothing)`,
    says: `pathway "next-algebra": "progression" is missing: nobody is named who found that the standards continue into "algebra-2".`,
    silent: `"progression": { "standards": ["HSA-REI"], "attestedBy": "Mathematics leads", "on": "2023-04-03" },`,
  },
  "policy-reason-unknown": {
    fires: `"clause": "2409P section 4", "onRefusal": { "evidence-not-mett": "Ask for the next test day." },`,
    says: `pathway "language": no refusal has the reason "evidence-not-mett". Did you mean "evidence-not-met"?`,
    silent: `"clause": "2409P section 4",`,
  },
  "policy-record-term-contradicts": {
    fires: `"term": "S2"`,
    says: `pathway "state-math": the new record would stand in "S2", but part "A" of "geometry" is taught in "S1".`,
    silent: `"courseId": "{courseId}Z"`,
  },
  "policy-record-unreadable": {
    fires: `{ "id": "B", "credits": 0.5 }
...
{ "id": "A", "credits": 0.5 }
...
"geometry"`,
    says: `course "geometry", part "B": a new record of part "B" of course "geometry" could not be read back: its codes and terms are those of a part that is listed before it.`,
    silent: `{ "id": "B", "terms": ["SPRING"], "credits": 0.5 }
...
{ "id": "A", "terms": ["S1"], "credits": 0.5 }
...
{ "course": "geometry", "parts": ["A"] }`,
  },
  "policy-records-alike": {
    fires: `{"id":"extra","policy":"2409P","title":"One more","method":"other","clause":"2409P section 5","strength":"will","attempt":{"is":"irrelevant"},"evidence":{"approval":"panel"},"award":{"courses":["integrated-1"],"take":"lost","upTo":0.5},"grade":{"mark":"A"},"record":{"designations":["Z"]}},
    {"id":"extra-2","policy":"2409P","title":"One more","method":"other","clause":"2409P section 5","strength":"will","attempt":{"is":"irrelevant"},"evidence":{"test":"STATE-MATH","min":{"level":"3"}},"award":{"courses":["integrated-1"],"take":"lost","split":false},"grade":{"mark":"A"},"record":{"designations":["B","Z"]}},
    {
      "id": "language"`,
    says: `pathway "extra-2": its records of "integrated-1" cannot be told from those of pathway "extra", and both have a ceiling.`,
    silent: `{
      "id": "language"`,
  },
  "policy-review-overdue": {
    fires: `"2023-06-19"`,
    says: `equity: the last review was on 2023-06-19, so the next was due on 2025-06-19.`,
    silent: `"2025-05-01"`,
  },
  "policy-same-course-apart": {
    fires: `"stateCourseCode": "06101"`,
    says: `course "spanish-1": "spanish-1" has the state code 24052 and "integrated-1" has 06101: one code took the other’s place, so both teach the same.`,
    silent: `"stateCourseCode": "02062"`,
  },
  "policy-scale-missing": {
    fires: `"min": { "score": 5 }`,
    says: `pathway "language": test "LANG" has no scale "score".`,
    silent: `"min": { "level": "mid" }`,
  },
  "policy-scale-reversed": {
    fires: `"score": { "min": 3000, "max": 2000 }`,
    says: `test "STATE-MATH": the scale begins at 3000 and ends at 2000.`,
    silent: `"score": { "min": 2000, "max": 3000 }`,
  },
  "policy-score-marks-missing": {
    fires: `{"id":"extra","policy":"2409P","title":"One more","method":"other","clause":"2409P section 5","strength":"will","attempt":{"is":"irrelevant"},"evidence":{"test":"STATE-MATH","min":{"level":"2"}},"award":{"courses":["integrated-1"],"take":"open"},"grade":{"from":"score"},"record":{"designations":["Z"]}},
    {
      "id": "language"`,
    says: `pathway "extra": the grade is the score, and "marks" holds no number among the marks that earn credit.`,
    silent: `{
      "id": "language"`,
  },
  "policy-sequence-cycle": {
    fires: `{"id":"extra","policy":"2409P","title":"One more","method":"next-course","clause":"2409P section 5","strength":"will","attempt":{"is":"irrelevant"},"evidence":{"course":"algebra-1","minMark":"C"},"award":{"courses":["algebra-2"],"take":"lost"},"grade":{"mark":"A"},"record":{"designations":["Z"]},"progression":{"standards":["HSA-REI"],"attestedBy":"Mathematics leads","on":"2023-04-03"}},
    {
      "id": "language"`,
    says: `pathway "extra": "algebra-2", "algebra-1" complete each other in a circle of next-course pathways.`,
    silent: `{
      "id": "language"`,
  },
  "policy-subject-not-of-document": {
    fires: `"subjects": ["math"]`,
    says: `pathway "language": "spanish-1" is of the subject "world-language", which document "2409P" does not open.`,
    silent: `"subjects": ["math", "world-language"]`,
  },
  "policy-subject-unknown": {
    fires: `"subject": "world-languages", "upTo"`,
    says: `cap "language-life": no course has the subject "world-languages". Did you mean "world-language"?`,
    silent: `"subject": "world-language", "upTo"`,
  },
  "policy-subject-unreached": {
    fires: `"world-language", "art"],`,
    says: `document "2409P": no pathway gives credit in a course of the subject "art".`,
    silent: `"world-language"],`,
  },
  "policy-sum-not-activity": {
    fires: `{"id":"extra","policy":"2409P","title":"One more","method":"other","clause":"2409P section 5","strength":"will","attempt":{"is":"irrelevant"},"evidence":{"test":"STATE-MATH","min":{"score":2600},"sum":true},"award":{"courses":["integrated-1"],"take":"open"},"grade":{"mark":"A"},"record":{"designations":["Z"]}},
    {
      "id": "language"`,
    says: `pathway "extra": results of "STATE-MATH" are added up, and its scope is "state", not "activity".`,
    silent: `{
      "id": "language"`,
  },
  "policy-term-unknown": {
    fires: `"terms": ["SPRIN"]`,
    says: `course "geometry", part "B": the calendar has no term "SPRIN". Did you mean "SPRING"?`,
    silent: `"terms": ["SPRING"]`,
  },
  "policy-test-unknown": {
    fires: `"test": "SM"`,
    says: `pathway "language": no test has the id "SM".`,
    silent: `"test": "LANG"`,
  },
  "policy-threshold-outside-scale": {
    fires: `"2": 250`,
    says: `test "STATE-MATH": 250 is below the scale, which begins at 2000: every result reaches it.`,
    silent: `"2": 2500`,
  },
  "policy-tier-never-decides": {
    fires: `"level": "2" } }, "upTo": 2.0`,
    says: `pathway "state-math", tier 1: this tier never decides, since tier 2 holds whenever it does.`,
    silent: `"level": "3" } }, "upTo": 2.0`,
  },
  "policy-tiers-not-rising": {
    fires: `"level": "3" } }, "upTo": 0.5`,
    says: `pathway "state-math", tier 2: this tier gives up to 0.5, which is not more than the 1 of the tier before it.`,
    silent: `"level": "3" } }, "upTo": 2.0`,
  },
  "policy-tries-without-windows": {
    fires: `"names": ["SM"], "maxTriesPerWindow": 1,`,
    says: `test "STATE-MATH": test "STATE-MATH" has "maxTriesPerWindow" and no "windows".`,
    silent: `"names": ["SM"],`,
  },
  "proposal-landed-differently": {
    fires: `before:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,F,0.5,0,
7001,2023-24,T1,GEO,B,0.5,0.5,
after:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,F,0.5,0,
7001,2023-24,T1,GEO,B,0.5,0.5,
7001,2024-25,T2,0110,P,0.5,0.5,
proposed-records:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2024-25,T2,0110,P,0.5,0.5,Z`,
    says: `The record 0110 2024-25 T2 P is not as it was proposed: designations was "Z", is blank. What the policy gave and what stands on the transcript are two things; the next run may not know the record again.`,
    silent: `before:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,F,0.5,0,
7001,2023-24,T1,GEO,B,0.5,0.5,
after:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,F,0.5,0,
7001,2023-24,T1,GEO,B,0.5,0.5,
7001,2024-25,T2,0110,P,0.50,0.50,Z
proposed-records:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2024-25,T2,0110,P,0.5,0.5,Z`,
  },
  "proposal-not-landed": {
    fires: `before:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,F,0.5,0,
7001,2023-24,T1,GEO,B,0.5,0.5,
after:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,F,0.5,0,
7001,2023-24,T1,GEO,B,0.5,0.5,
proposed-records:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2024-25,T2,0110,P,0.5,0.5,Z`,
    says: `The proposed record 0110 2024-25 T2 P is not there. The student does not have the credit yet, and the next run would propose it again.`,
    silent: `before:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,F,0.5,0,
7001,2023-24,T1,GEO,B,0.5,0.5,
after:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,F,0.5,0,
7001,2023-24,T1,GEO,B,0.5,0.5,
7001,2024-25,T2,0110,P,0.5,0.5,Z
proposed-records:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2024-25,T2,0110,P,0.5,0.5,Z`,
  },
  "repeat-credit": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B,0.5,0.5
7001,2024-25,T1,9,0110,B,0.5,0.5`,
    says: `With this record the credit earned in Algebra a comes to 1, and it is worth 0.5. Beside it stands 0110 2023-24 T1 B. No mastery record is involved, so nothing is to be undone here; but a course that is full leaves no credit for mastery.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B,0.5,0.5
7001,2023-24,T1,9,0120,B,0.5,0.5`,
  },
  "row-cells-shifted": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,North,2022-23,9,9,B,B,0.5`,
    says: `Where the course code should stand is "9", where a credit should stand "B", and other cells do not fit either. Which course it is of cannot be told, so all credit that this student could be given waits.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,North,2022-23,9,9,??,0.5,0.5
7001,North,T1,9,9,B,B,0.5`,
  },
  "row-not-a-record": {
    fires: `file broken: [{"kind":"transcript","file":"transcript.csv","line":9,"fault":"not-a-record","found":3,"expected":13,"studentId":"7001","count":4,"what":"blank"}]`,
    says: `Skipped: 4 blank lines. Such lines are common in exports. Nothing in them counts as an attempt, as credit or as evidence.`,
    silent: `file broken: [{"kind":"transcript","file":"transcript.csv","line":9,"fault":"wrong-width","found":3,"expected":13,"studentId":"7001","count":1}]`,
  },
  "row-unclosed-quote": {
    fires: `file broken: [{"kind":"transcript","file":"transcript.csv","line":9,"fault":"unclosed-quote","found":3,"expected":13,"studentId":"7001","count":1}]`,
    says: `A quote opens on this line and is never closed. Where the cell ends cannot be told, so the row cannot be read. Where it names a student, all credit that the student could be given waits.`,
    silent: `file broken: [{"kind":"transcript","file":"transcript.csv","line":9,"fault":"wrong-width","found":3,"expected":13,"studentId":"7001","count":1}]`,
  },
  "row-wrong-width": {
    fires: `file broken: [{"kind":"transcript","file":"transcript.csv","line":9,"fault":"wrong-width","found":3,"expected":13,"studentId":"7001","count":1}]`,
    says: `This row has 3 cells where the header has 13. Its cells may stand in the wrong columns, so it cannot be read with certainty. Where it names a student, all credit that the student could be given waits.`,
    silent: `file broken: [{"kind":"transcript","file":"transcript.csv","line":9,"fault":"unclosed-quote","found":3,"expected":13,"studentId":"7001","count":1}]`,
  },
  "school-year-malformed": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-25,T1,9,0110,B,0.5,0.5`,
    says: `The school year "2023-25" cannot be read. Without it nobody can tell when the course was taken.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2024,T1,9,0110,B,0.5,0.5`,
  },
  "score-after-award": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,level
7001,MATH,2025-06-21,3`,
    says: `The test is dated 2025-06-21, after the award date 2025-06-20. What lies ahead cannot be known yet: either the score or the award date is wrong.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,level
7001,MATH,2025-06-20,3`,
  },
  "score-conflict": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,score
7001,MATH,2025-05-01,700
7001,Math test,5/1/2025,701`,
    says: `The sitting of MATH on 2025-05-01 has 700 and 701: see also line 3. Which of them is right cannot be told, so neither counts and what hangs on the test waits.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,level,score,status
7001,MATH,2025-05-01,,700,
7001,MATH,2025-05-01,,701,void
7001,MATH,2025-05-01,3,,`,
  },
  "score-date-malformed": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,level
7001,MATH,May 2025,3`,
    says: `The test date "May 2025" is not a date that can be read. Whether it is recent enough, or came after the attempt, cannot be told.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,level
7001,MATH,5/1/2025,3`,
  },
  "score-duplicate": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,level,score
7001,MATH,2025-05-01,3,700
7001,Math test,5/1/2025,3,700.0`,
    says: `The result of Math test on 2025-05-01 stands also on line 2. It was very likely exported twice; it counts once as a result, and as one sitting.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,level,score
7001,MATH,2025-05-01,3,700
7001,MATH,2025-05-02,3,700`,
  },
  "score-empty": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date
7001,MATH,2025-05-01`,
    says: `There is no level, score, percent or percentile for MATH. It says that the test was taken and not what was reached.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,percent
7001,MATH,2025-05-01,7`,
  },
  "score-level-mismatch": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,level,score
7001,MATH,2025-05-01,3,600.4
7001,MATH,2025-05-02,1,400`,
    says: `Level 3 does not go with score 600.4 by the cut scores of the policy. One of the two is wrong, or the cut scores are those of another year or grade.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,level,score
7001,MATH,2025-05-01,3,600.5
7001,MATH,2025-05-02,1,399
7001,MATH,2025-05-03,2,400`,
  },
  "score-level-unknown": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,level
7001,MATH,2025-05-01,3.0`,
    says: `The level "3.0" is none of 1, 2, 3. Whether it is high enough cannot be told.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,level
7001,MATH,2025-05-01,3`,
  },
  "score-malformed": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,score
7001,MATH,2025-05-01,65O`,
    says: `The result "65O" is not a number that can be read. What was reached is not known.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,score,status
7001,MATH,2025-05-01,650,void`,
  },
  "score-not-valid": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,level,status
7001,MATH,2025-05-01,3,Interim`,
    says: `The status is "Interim": the score is not used. Interim, partial and invalidated results are no evidence.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,level,status
7001,MATH,2025-05-01,3,VALID`,
  },
  "score-out-of-range": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,score
7001,MATH,2025-05-01,900.000001`,
    says: `The result 900.000001 lies outside the scale, from 100 to 900. No such result can be had, so what was reached is not known.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,part,date,score
7001,MATH,,2025-05-01,900
7001,MATH,Claim 1,2025-05-01,3`,
  },
  "score-part-unknown": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,part,date,level
7001,LANG,writing,2025-05-01,low`,
    says: `The test LANG has no part "writing" in the policy; it has reading, speaking. No pathway reads it.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,part,date,level
7001,LANG,reading,2025-05-01,low`,
  },
  "score-student-unknown": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,level
07001,MATH,2025-05-01,3`,
    says: `No transcript has student 07001. There is a student 7001. A score without a student counts for nothing.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
state_student_id,test,date,level
S1,MATH,2025-05-01,3`,
  },
  "score-test-unknown": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,level
7001,Art,2025-05-01,3`,
    says: `The policy knows no test "Art". No pathway reads it.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,level
7001,Math test,2025-05-01,3`,
  },
  "state-id-conflict": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
1,S1,2023-24,T1,9,0110,B,0.5,0.5
2,S1,2023-24,T1,9,0110,B,0.5,0.5
3,S3,2023-24,T1,9,0110,B,0.5,0.5
3,S4,2023-24,T1,9,0110,B,0.5,0.5`,
    says: `The state id S1 is also that of student 2. Whose rows are whose cannot be told, so all credit that this student could be given waits.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
1,S1,2023-24,T1,9,0110,B,0.5,0.5
1,,2023-24,T2,9,0110,B,0.5,0.5`,
  },
  "student-absent": {
    fires: `before:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,F,0.5,0,
7001,2023-24,T1,GEO,B,0.5,0.5,
7002,2022-23,T1,GEO,B,0.5,0.5,
after:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,F,0.5,0,
7001,2023-24,T1,GEO,B,0.5,0.5,
with --allow-shrink`,
    says: `The only entry of this student is not in the later export. Their past entries could not be compared.`,
    silent: `before:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,F,0.5,0,
7001,2023-24,T1,GEO,B,0.5,0.5,
7002,2022-23,T1,GEO,B,0.5,0.5,
7002,2022-23,T2,GEO,B,0.5,0.5,
after:
student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations
7001,2022-23,T1,0110,F,0.5,0,
7001,2023-24,T1,GEO,B,0.5,0.5,
7002,2022-23,T1,GEO,B,0.5,0.5,
with --allow-shrink`,
  },
  "student-id-lost-zeros": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B,0.5,0.5
7002,2023-24,T1,9,0110,B,0.5,0.5
7003,2023-24,T1,9,0110,B,0.5,0.5
7004,2023-24,T1,9,0110,B,0.5,0.5
7005,2023-24,T1,9,0110,B,0.5,0.5
7006,2023-24,T1,9,0110,B,0.5,0.5
7007,2023-24,T1,9,0110,B,0.5,0.5
7008,2023-24,T1,9,0110,B,0.5,0.5
7009,2023-24,T1,9,0110,B,0.5,0.5
701,2023-24,T1,9,0110,B,0.5,0.5`,
    says: `The student id 701 has 3 digits; nearly all others have 4. A spreadsheet that drops leading zeros leaves ids like this, and then scores and approvals do not find their student.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B,0.5,0.5
7002,2023-24,T1,9,0110,B,0.5,0.5
7003,2023-24,T1,9,0110,B,0.5,0.5
7004,2023-24,T1,9,0110,B,0.5,0.5
7005,2023-24,T1,9,0110,B,0.5,0.5
7006,2023-24,T1,9,0110,B,0.5,0.5
7007,2023-24,T1,9,0110,B,0.5,0.5
7008,2023-24,T1,9,0110,B,0.5,0.5
7009,2023-24,T1,9,0110,B,0.5,0.5
7010,2023-24,T1,9,0110,B,0.5,0.5`,
  },
  "student-id-malformed": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
1.23E+09,2023-24,T1,9,0110,B,0.5,0.5`,
    says: `The student id "1.23E+09" is not one: a spreadsheet writes numbers and faults this way. A spreadsheet has rewritten it, or it stands for nothing, so whose row this is cannot be told and it counts for nobody.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
E9,2023-24,T1,9,0110,B,0.5,0.5`,
  },
  "student-id-missing": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
 ,2023-24,T1,9,0110,B,0.5,0.5`,
    says: `The student id is blank. Whose row it is cannot be told, so it counts for nobody.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B,0.5,0.5`,
  },
  "student-id-zero-twin": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
007,2023-24,T1,9,0110,B,0.5,0.5
7,2023-24,T1,9,0110,B,0.5,0.5`,
    says: `Student 007 could be student 7: only leading zeros differ. A spreadsheet makes two students of one this way, so whose credit is whose cannot be told and all of it waits.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
070,2023-24,T1,9,0110,B,0.5,0.5
7,2023-24,T1,9,0110,B,0.5,0.5`,
  },
  "student-in-two-names": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,last_name,first_name
7001,2023-24,T1,9,0110,B,0.5,0.5,Heron,Ada
7001,2023-24,T2,9,0110,B,0.5,0.5,Rail,Ada`,
    says: `The rows of this student carry 2 different names. A changed name looks like this, and so does one student’s row under another’s id.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,last_name,first_name
7001,2023-24,T1,9,0110,B,0.5,0.5,Heron,Ada
7001,2023-24,T2,9,0110,B,0.5,0.5,HERON,ada`,
  },
  "student-row-conflict": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
students:
student_id,grade_level,class_of
7001,9,2027
7001,9,2028`,
    says: `The rows of this student differ in class_of: see also line 3. Whether a pathway is for this student cannot be told.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
students:
student_id,grade_level,class_of,programs
7001,9,2027,a;b
7001,09,2027,b; a`,
  },
  "student-row-malformed": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
students:
student_id,grade_level,class_of,birth_date
7001,9th,27,2008-02-31`,
    says: `The grade level "9th" cannot be read. Whether a pathway is for this student cannot be told.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
students:
student_id
7001`,
  },
  "student-row-missing": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,level
7001,LANG,2025-05-01,high
students:
student_id,grade_level,class_of
8,9,2027`,
    says: `This student has no row in the students file, which program would have to look at. Pathways that ask for a program or a graduation class are then refused.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,T1,9,0110,B,0.5,0.5
scores:
student_id,test,date,level
7001,LANG,2025-05-01,high`,
  },
  "student-row-unmatched": {
    fires: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
students:
state_student_id,grade_level,class_of
S9,9,2027`,
    says: `No transcript row, or more than one student, has the state id S9. It names its student by a state id that no transcript row carries, so it counts for nobody.`,
    silent: `transcript:
student_id,state_student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,S1,2023-24,T1,9,0110,B,0.5,0.5
students:
state_student_id,grade_level,class_of
S1,9,2027`,
  },
  "term-unknown": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,Q1,9,0110,B,0.5,0.5`,
    says: `The term "Q1" is not in the calendar of the policy (T1, T2, SUM). When the course ended cannot be told, nor which part of a course it was.`,
    silent: `transcript:
student_id,school_year,grade_level,course_id,mark,credits_attempted,credits_earned
7001,2023-24,9,0110,B,0.5,0.5`,
  },
  "value-runs-as-formula": {
    fires: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,course_title
7001,2023-24,T1,9,0110,B,0.5,0.5,=1+1`,
    says: `The value "=1+1" in the column "course_title" begins like a formula. Whoever opens the export in a spreadsheet would run it, and what is then shown or saved is not what was written.`,
    silent: `transcript:
student_id,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,course_title,content_area
7001,2023-24,T1,9,0110,B,0.5,0.5,-1.5,--`,
  },
};
