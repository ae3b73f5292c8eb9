package seeded.printing.konsens.planning;

class Periods {
    void save() {
        System.out.println("saved");
    }
}
